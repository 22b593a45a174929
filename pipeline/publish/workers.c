/* Workers are forked when stylesheets are compiled and fonts are known, so that they share that
 * memory. Each opens the database for itself (a sqlite connection does not survive a fork), takes
 * every N-th wanted item and writes its manifest into a pipe; this process reads the pipes in item
 * order, so that everything it hands on is in the same order as with one process. A worker that
 * dies costs the item it was at: a new one goes on behind it. When this process dies, the workers
 * end. Called by publish.c. */
#include "publish/workers.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/memory.h"
#include "publish/manifest.h"
#include "publish/publish_messages.h"

enum { EXIT_FAILED = 3 };

struct worker {
    pid_t pid; /* 0: none */
    FILE *manifest;
};

struct workforce {
    const struct edition *edition;
    const size_t *wanted; /* indices of items to make */
    size_t wanted_count;
    struct worker *workers;
    size_t count;
};

/* --- In the worker ---------------------------------------------------------------------------- */

static int send_product(int descriptor, const struct product *product)
{
    struct buffer lines = BUFFER_EMPTY;
    manifest_write(&lines, product);
    size_t at = 0;
    ssize_t put = 0;
    while (at < lines.length && put >= 0) {
        put = write(descriptor, lines.bytes + at, lines.length - at);
        if (put > 0)
            at += (size_t)put;
        else if (put < 0 && errno == EINTR)
            put = 0;
    }
    buffer_free(&lines);
    return put < 0 ? -1 : 0;
}

static int make_one(const struct edition *edition, size_t index, int descriptor)
{
    struct product *product = product_new(edition, index);
    int status = product_compose(edition, index, true, product);
    if (status == 0 && product_is_sound(product))
        status = product_make(edition, index, product);
    if (status == 0)
        status = send_product(descriptor, product);
    product_free(product);
    return status;
}

/* Makes wanted items from position `from` on, every count-th. */
static int work(const struct workforce *force, size_t from, int descriptor)
{
    struct publisher own = *force->edition->publisher;
    struct edition edition = *force->edition;
    edition.publisher = &own;
    char *path = workspace_path(own.workspace, "yinfa.db");
    int status = store_open(path, STORE_READ, &own.store);
    free(path);
    if (status != 0)
        return -1;
    for (size_t at = from; at < force->wanted_count && status == 0; at += force->count)
        status = make_one(&edition, force->wanted[at], descriptor);
    store_close(own.store);
    return status;
}

/* --- Starting and ending ---------------------------------------------------------------------- */

static void become_worker(const struct workforce *force, size_t from, const int ends[2],
                          pid_t parent)
{
    /* An orphan must not write beside the next run. */
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(EXIT_FAILED);
    close(ends[0]);
    for (size_t i = 0; i < force->count; i++)
        if (force->workers[i].manifest)
            close(fileno(force->workers[i].manifest));
    int status = work(force, from, ends[1]);
    fflush(NULL);
    _exit(status == 0 ? 0 : EXIT_FAILED);
}

static int start(struct workforce *force, size_t number, size_t from)
{
    struct worker *worker = &force->workers[number];
    int ends[2];
    if (pipe(ends) != 0)
        return failure(&MESSAGE_PUBLISH_WORKER, strerror(errno), NULL);
    pid_t parent = getpid();
    fflush(NULL);
    pid_t pid = fork();
    if (pid == 0)
        become_worker(force, from, ends, parent);
    int error = errno;
    close(ends[1]);
    worker->manifest = pid > 0 ? fdopen(ends[0], "r") : NULL;
    if (!worker->manifest)
        close(ends[0]);
    if (pid < 0)
        return failure(&MESSAGE_PUBLISH_WORKER, strerror(error), NULL);
    worker->pid = pid;
    return worker->manifest ? 0 : failure(&MESSAGE_PUBLISH_WORKER, strerror(ENOMEM), NULL);
}

/* Waits for a worker that has ended or is being ended; its wait status. */
static int finish(struct worker *worker)
{
    int status = 0;
    if (worker->manifest)
        fclose(worker->manifest);
    worker->manifest = NULL;
    if (worker->pid > 0)
        while (waitpid(worker->pid, &status, 0) < 0 && errno == EINTR)
            continue;
    worker->pid = 0;
    return status;
}

/* --- In this process -------------------------------------------------------------------------- */

static void report_death(const struct edition *edition, struct product *product, int status)
{
    struct buffer how = BUFFER_EMPTY;
    if (WIFSIGNALED(status))
        buffer_print(&how, "%s", strsignal(WTERMSIG(status)));
    else
        buffer_print(&how, "exit %d", WEXITSTATUS(status));
    finding_report(
        product->findings, &MESSAGE_PUBLISH_WORKER_DIED,
        &(struct finding){.kind = edition->request->publication->name, .record = product->item.key},
        buffer_string(&how), NULL);
    buffer_free(&how);
}

/* The product of the wanted item at `position`, from its worker's manifest. NULL: reported. */
static struct product *receive(struct workforce *force, size_t position)
{
    size_t number = position % force->count;
    size_t index = force->wanted[position];
    struct product *product = product_new(force->edition, index);
    int got = manifest_read(force->workers[number].manifest, force->edition, product);
    if (got == 1)
        return product;
    if (got < 0)
        failure(&MESSAGE_PUBLISH_WORKER_SAID, NULL);
    product_free(product);
    if (got < 0)
        return NULL;
    int status = finish(&force->workers[number]);
    if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_FAILED)
        return NULL; /* it has told why */
    product = product_new(force->edition, index);
    report_death(force->edition, product, status);
    size_t onward = position + force->count;
    if (onward < force->wanted_count && start(force, number, onward) != 0) {
        product_free(product);
        return NULL;
    }
    return product;
}

static int deliver_all(struct workforce *force, struct worker_item *items, size_t item_count,
                       struct delivery *delivery)
{
    size_t position = 0;
    for (size_t i = 0; i < item_count; i++) {
        struct product *product = items[i].wanted ? receive(force, position++) : items[i].product;
        items[i].product = NULL;
        if (!product || delivery_add(delivery, product) != 0)
            return -1;
    }
    return 0;
}

int workers_run(const struct edition *edition, unsigned count, struct worker_item *items,
                size_t item_count, struct delivery *delivery)
{
    size_t *wanted = memory_new(item_count + 1, sizeof *wanted);
    struct workforce force = {.edition = edition, .wanted = wanted};
    for (size_t i = 0; i < item_count; i++)
        if (items[i].wanted)
            wanted[force.wanted_count++] = items[i].index;
    force.count = force.wanted_count < count ? force.wanted_count : count;
    force.workers = memory_new(force.count + 1, sizeof *force.workers);
    int status = 0;
    for (size_t i = 0; i < force.count && status == 0; i++)
        status = start(&force, i, i);
    if (status == 0)
        status = deliver_all(&force, items, item_count, delivery);
    for (size_t i = 0; i < force.count; i++) {
        if (status != 0 && force.workers[i].pid > 0)
            kill(force.workers[i].pid, SIGKILL);
        finish(&force.workers[i]);
    }
    for (size_t i = 0; i < item_count; i++)
        product_free(items[i].product);
    free(force.workers);
    free(wanted);
    return status;
}
