/* Workers are forked when stylesheets are compiled and fonts are known, so that they share that
 * memory. For each there are two processes: a keeper, forked before anything is recorded, and the
 * worker it forks. The worker opens the database for itself, takes every N-th wanted item and
 * writes its manifest into a pipe; if it dies, the keeper says so in the manifest and forks another
 * that goes on behind the item. (The keeper exists because a process forked while this one is in a
 * transaction would inherit sqlite's notion of the locks then held.) This process reads the pipes
 * in item order, so that everything it hands on is in the same order as with one process. When it
 * dies, they end. Called by publish.c. */
#include "publish/workers.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/memory.h"
#include "publish/manifest.h"
#include "publish/publish_messages.h"

enum { EXIT_FAILED = 3 };

struct worker {
    pid_t pid;      /* of the keeper; 0: none, or ended */
    FILE *manifest; /* NULL: ended */
    int status;     /* when ended: wait status of the keeper */
};

struct workforce {
    const struct edition *edition;
    const size_t *wanted; /* indices of items to make */
    size_t wanted_count;
    struct worker *workers;
    size_t count;
};

/* --- In the worker ---------------------------------------------------------------------------- */

static int send_bytes(int descriptor, const struct buffer *lines)
{
    size_t at = 0;
    ssize_t put = 0;
    while (at < lines->length && put >= 0) {
        put = write(descriptor, lines->bytes + at, lines->length - at);
        if (put > 0)
            at += (size_t)put;
        else if (put < 0 && errno == EINTR)
            put = 0;
    }
    return put < 0 ? -1 : 0;
}

static int make_one(const struct edition *edition, size_t index, int descriptor)
{
    struct product *product = product_new(edition, index);
    int status = product_compose(edition, index, true, product);
    if (status == 0 && product_is_sound(product))
        status = product_make(edition, index, product);
    if (status == 0) {
        struct buffer lines = BUFFER_EMPTY;
        manifest_write(&lines, product);
        status = send_bytes(descriptor, &lines);
        buffer_free(&lines);
    }
    product_free(product);
    return status;
}

/* Makes wanted items from position `from` on, every count-th; `finished` counts them. */
static int work(const struct workforce *force, size_t from, int descriptor, size_t *finished)
{
    struct publisher own = *force->edition->publisher;
    struct edition edition = *force->edition;
    edition.publisher = &own;
    char *path = workspace_path(own.workspace, "yinfa.db");
    int status = store_open(path, STORE_READ, &own.store);
    free(path);
    if (status != 0)
        return -1;
    status = edition_settle_views(own.store, edition.request->publication);
    for (size_t at = from; at < force->wanted_count && status == 0; at += force->count) {
        status = make_one(&edition, force->wanted[at], descriptor);
        ++*finished;
    }
    store_close(own.store);
    return status;
}

/* --- In the keeper ---------------------------------------------------------------------------- */

/* In a process just forked: it may not outlive its parent, or it would write beside the next run.
 */
static void stay_with(pid_t parent)
{
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent)
        _exit(EXIT_FAILED);
}

/* Runs one worker to its end; its wait status, or -1. */
static int run_worker(const struct workforce *force, size_t from, int descriptor, size_t *finished)
{
    pid_t keeper = getpid();
    pid_t pid = fork();
    if (pid == 0) {
        stay_with(keeper);
        int result = work(force, from, descriptor, finished);
        fflush(NULL);
        _exit(result == 0 ? 0 : EXIT_FAILED);
    }
    int status = -1;
    if (pid > 0)
        while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
            continue;
    return status;
}

/* Keeps the worker with that number going; the exit status. */
static int keep(const struct workforce *force, size_t number, int descriptor)
{
    size_t *finished =
        mmap(NULL, sizeof *finished, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (finished == MAP_FAILED)
        return EXIT_FAILED;
    for (size_t at = number; at < force->wanted_count; at = number + *finished * force->count) {
        int status = run_worker(force, at, descriptor, finished);
        if (status == -1 || (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_FAILED))
            return EXIT_FAILED;
        if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
            return 0;
        struct buffer line = BUFFER_EMPTY;
        at = number + *finished * force->count;
        if (at < force->wanted_count)
            manifest_write_death(&line, force->edition->items.items[force->wanted[at]].name,
                                 status);
        int sent = send_bytes(descriptor, &line);
        buffer_free(&line);
        if (sent != 0)
            return EXIT_FAILED;
        ++*finished;
    }
    return 0;
}

/* --- Starting and ending ---------------------------------------------------------------------- */

static void become_keeper(const struct workforce *force, size_t number, const int ends[2],
                          pid_t parent)
{
    stay_with(parent);
    close(ends[0]);
    for (size_t i = 0; i < force->count; i++)
        if (force->workers[i].manifest)
            close(fileno(force->workers[i].manifest));
    _exit(keep(force, number, ends[1]));
}

static int start(struct workforce *force, size_t number)
{
    struct worker *worker = &force->workers[number];
    int ends[2];
    if (pipe(ends) != 0)
        return failure(&MESSAGE_PUBLISH_WORKER, strerror(errno), NULL);
    pid_t parent = getpid();
    fflush(NULL);
    pid_t pid = fork();
    if (pid == 0)
        become_keeper(force, number, ends, parent);
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

/* Waits for a keeper that has ended or is being ended. */
static void finish(struct worker *worker)
{
    if (worker->manifest)
        fclose(worker->manifest);
    worker->manifest = NULL;
    if (worker->pid > 0)
        while (waitpid(worker->pid, &worker->status, 0) < 0 && errno == EINTR)
            continue;
    worker->pid = 0;
}

/* --- In this process -------------------------------------------------------------------------- */

static void report_death(const struct edition *edition, struct product *product, const char *how)
{
    finding_report(
        product->findings, &MESSAGE_PUBLISH_WORKER_DIED,
        &(struct finding){.kind = edition->request->publication->name, .record = product->item.key},
        how, NULL);
}

/* The product of the wanted item at `position`, from its worker's manifest. NULL: reported. */
static struct product *receive(struct workforce *force, size_t position)
{
    struct worker *worker = &force->workers[position % force->count];
    struct product *product = product_new(force->edition, force->wanted[position]);
    enum manifest_end end = MANIFEST_CUT;
    struct buffer how = BUFFER_EMPTY;
    if (worker->manifest)
        end = manifest_read(worker->manifest, force->edition, product, &how);
    bool failed = end == MANIFEST_FOREIGN;
    if (failed)
        failure(&MESSAGE_PUBLISH_WORKER_SAID, NULL);
    if (end == MANIFEST_CUT) {
        finish(worker);
        failed = WIFEXITED(worker->status) && WEXITSTATUS(worker->status) == EXIT_FAILED;
        manifest_write_status(&how, worker->status);
    }
    if (end != MANIFEST_WHOLE) {
        product_free(product);
        product = failed ? NULL : product_new(force->edition, force->wanted[position]);
    }
    if (product && end != MANIFEST_WHOLE)
        report_death(force->edition, product, buffer_string(&how));
    buffer_free(&how);
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
        status = start(&force, i);
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
