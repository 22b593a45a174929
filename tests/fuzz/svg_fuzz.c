/* Fuzz target: the bytes of a picture, which the formatter takes for SVG, PNG or JPEG by what they
 * begin with; SVG is changed as a tree. Run by `make fuzz`. */
#include <libxml/parser.h>

#include "formatting.h"
#include "tree_mutator.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed);

static const char DOCUMENT[] =
    "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format'><fo:layout-master-set>"
    "<fo:simple-page-master master-name='p' page-width='300pt' page-height='300pt'>"
    "<fo:region-body/></fo:simple-page-master></fo:layout-master-set>"
    "<fo:page-sequence master-reference='p'><fo:flow flow-name='xsl-region-body'><fo:block>"
    "<fo:external-graphic src='url(picture.svg)'/>"
    "<fo:external-graphic src='url(picture.svg)' content-width='50pt' content-height='80pt'/>"
    "</fo:block></fo:flow></fo:page-sequence></fo:root>";

static xmlDoc *document;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    formatting_prepare();
    document = xmlReadMemory(DOCUMENT, sizeof DOCUMENT - 1, "fuzz.fo", NULL, XML_PARSE_NONET);
    return document ? 0 : -1;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    formatting_run(document, data, size);
    return 0;
}

static const char *const ELEMENTS[] = {"svg",
                                       "g",
                                       "defs",
                                       "use",
                                       "symbol",
                                       "path",
                                       "rect",
                                       "circle",
                                       "ellipse",
                                       "line",
                                       "polyline",
                                       "polygon",
                                       "text",
                                       "tspan",
                                       "textPath",
                                       "linearGradient",
                                       "radialGradient",
                                       "stop",
                                       "clipPath",
                                       "title",
                                       "image",
                                       "style",
                                       NULL};

static const char *const ATTRIBUTES[] = {"id",
                                         "d",
                                         "x",
                                         "y",
                                         "x1",
                                         "y1",
                                         "x2",
                                         "y2",
                                         "cx",
                                         "cy",
                                         "r",
                                         "rx",
                                         "ry",
                                         "fx",
                                         "fy",
                                         "dx",
                                         "dy",
                                         "width",
                                         "height",
                                         "rotate",
                                         "points",
                                         "transform",
                                         "gradientTransform",
                                         "gradientUnits",
                                         "clipPathUnits",
                                         "viewBox",
                                         "preserveAspectRatio",
                                         "fill",
                                         "stroke",
                                         "stroke-width",
                                         "stroke-dasharray",
                                         "stroke-dashoffset",
                                         "stroke-linecap",
                                         "stroke-linejoin",
                                         "stroke-miterlimit",
                                         "opacity",
                                         "fill-opacity",
                                         "stroke-opacity",
                                         "fill-rule",
                                         "clip-rule",
                                         "clip-path",
                                         "style",
                                         "offset",
                                         "stop-color",
                                         "stop-opacity",
                                         "href",
                                         "font-size",
                                         "font-family",
                                         "text-anchor",
                                         "letter-spacing",
                                         "startOffset",
                                         "display",
                                         "visibility",
                                         "color",
                                         "spreadMethod",
                                         NULL};

static const char *const VALUES[] = {"0",
                                     "1",
                                     "-1",
                                     "10",
                                     "100",
                                     "1e9",
                                     "-1e30",
                                     "NaN",
                                     "50%",
                                     "10mm",
                                     "2em",
                                     "url(#a)",
                                     "#a",
                                     "#b",
                                     "a",
                                     "b",
                                     "none",
                                     "red",
                                     "#123456",
                                     "inherit",
                                     "currentColor",
                                     "rgb(1,2,3)",
                                     "M0 0L9 9 20 0z",
                                     "M1 1c1 1 2 2 3 3s4 4 5 5q1 1 2 2t1 1a5 3 30 1 0 9 9z",
                                     "0 0 100 100",
                                     "0 0 0 0",
                                     "-5 -5 1e-9 1e9",
                                     "xMinYMax slice",
                                     "rotate(45)",
                                     "matrix(1 2 3 4 5 6)",
                                     "scale(0)",
                                     "scale(1e9) skewX(89)",
                                     "translate(1)rotate(9,1,1)",
                                     "1,2 3,4 5,6",
                                     "5 3 1",
                                     "objectBoundingBox",
                                     "userSpaceOnUse",
                                     "fill:red;stroke:url(#b);stroke-width:3",
                                     "evenodd",
                                     "middle",
                                     "hidden",
                                     NULL};

static const char *const TEXTS[] = {"字", "text", " ", "样章样章样章", "a b  c", NULL};

static const char *any_attribute(char *value, size_t size)
{
    size_t count = sizeof ATTRIBUTES / sizeof *ATTRIBUTES - 1;
    if (size)
        value[0] = '\0';
    return ATTRIBUTES[tree_chance(count)];
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed)
{
    static const struct tree_words words = {ELEMENTS, VALUES, TEXTS, any_attribute};
    return tree_mutate(data, size, max_size, seed, &words);
}
