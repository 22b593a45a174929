/* Wordings of the formatter: what can be wrong with FO, and with text on a page. */
#ifndef YINFA_FORMAT_FORMAT_MESSAGES_H
#define YINFA_FORMAT_FORMAT_MESSAGES_H

#include "base/message.h"

#define FORMAT_MESSAGE(NAME, ID, LEVEL, CHINESE, ENGLISH, MEND_CHINESE, MEND_ENGLISH)              \
    __attribute__((unused)) static const struct message MESSAGE_##NAME = {                         \
        .id = "format." ID,                                                                        \
        .level = FINDING_##LEVEL,                                                                  \
        .chinese = CHINESE,                                                                        \
        .english = ENGLISH,                                                                        \
        .mend_chinese = MEND_CHINESE,                                                              \
        .mend_english = MEND_ENGLISH,                                                              \
    }

FORMAT_MESSAGE(NOT_FO, "not-fo", ERROR, "这不是 XSL-FO 文档：根元素应当是 fo:root，现在是 {1}",
               "this is not an XSL-FO document: the root must be fo:root, it is {1}",
               "检查样式表输出的根元素和命名空间",
               "check the root element and namespace that the stylesheet writes");
FORMAT_MESSAGE(OBJECT_UNKNOWN, "object-unknown", ERROR, "XSL-FO 没有 fo:{1} 这个对象",
               "XSL-FO has no object fo:{1}", "改正样式表中的对象名",
               "correct the object's name in the stylesheet");
FORMAT_MESSAGE(OBJECT_UNSUPPORTED, "object-unsupported", ERROR, "排版程序还不支持 fo:{1}",
               "the formatter does not support fo:{1} yet", "改用支持的对象",
               "use objects that are supported");
FORMAT_MESSAGE(OBJECT_MISPLACED, "object-misplaced", ERROR, "fo:{1} 不能放在 {2} 里",
               "fo:{1} may not stand in {2}", "按 XSL-FO 的嵌套规则改正样式表",
               "correct the stylesheet after the nesting rules of XSL-FO");
FORMAT_MESSAGE(TEXT_MISPLACED, "text-misplaced", ERROR, "{1} 里不能直接写文字：“{2}”",
               "text may not stand directly in {1}: \"{2}\"", "把文字放进 fo:block",
               "put the text in an fo:block");
FORMAT_MESSAGE(PROPERTY_UNKNOWN, "property-unknown", ERROR, "不认识属性 {1}",
               "there is no property {1}", "改正样式表中的属性名",
               "correct the property's name in the stylesheet");
FORMAT_MESSAGE(PROPERTY_UNKNOWN_RELAXED, "property-unknown", WARNING, "不认识属性 {1}，已略过",
               "there is no property {1}; it was passed over", NULL, NULL);
FORMAT_MESSAGE(PROPERTY_UNSUPPORTED, "property-unsupported", ERROR, "排版程序还不支持 {1}=“{2}”",
               "the formatter does not support {1}=\"{2}\" yet", "去掉这个属性，或改用支持的值",
               "leave the property out or give it a value that is supported");
FORMAT_MESSAGE(PROPERTY_UNSUPPORTED_RELAXED, "property-unsupported", WARNING,
               "排版程序还不支持 {1}=“{2}”，已略过",
               "the formatter does not support {1}=\"{2}\" yet; it was passed over", NULL, NULL);
FORMAT_MESSAGE(PROPERTY_INVALID, "property-invalid", WARNING,
               "属性 {1} 的值“{2}”无效，按没有写处理",
               "property {1} has the invalid value \"{2}\"; it is taken as not given",
               "按 XSL-FO 写明该属性的值", "give the property a value that XSL-FO allows");
FORMAT_MESSAGE(FONT_UNKNOWN, "font-unknown", WARNING, "字体集里没有“{1}”，用了其他字体",
               "the font set has no \"{1}\"; another font was used",
               "运行 yinfa fonts 看有哪些字体，或在本单位的字体定义中加入",
               "see yinfa fonts for what there is, or add it to the office's font definition");
FORMAT_MESSAGE(GLYPH_MISSING, "glyph-missing", ERROR, "没有字体能显示“{1}”（{2}）",
               "no font can draw \"{1}\" ({2})", "安装含有这个字的字体，或核对来文中的这个字",
               "add a font that has the character, or check the character in the source");
FORMAT_MESSAGE(MASTER_UNKNOWN, "master-unknown", ERROR, "没有名为“{1}”的页面母版",
               "there is no page master named \"{1}\"", "核对 master-reference 与 master-name",
               "compare master-reference with the master-name values");
FORMAT_MESSAGE(MASTER_UNASKED, "master-unasked", ERROR, "fo:page-sequence 没有 master-reference",
               "the fo:page-sequence has no master-reference", "写明用哪个页面母版",
               "name the page master it takes");
FORMAT_MESSAGE(MASTER_UNNAMED, "master-unnamed", ERROR, "fo:{1} 没有 master-name",
               "fo:{1} has no master-name", "给页面母版起名，供 master-reference 引用",
               "name the master, so that master-reference can refer to it");
FORMAT_MESSAGE(MASTER_NAME_DOUBLE, "master-name-double", ERROR,
               "页面母版的名称“{1}”用了不止一次，取第一次",
               "the master name \"{1}\" is used more than once; the first is taken",
               "页面母版和页面序列母版的名称不可重复", "names of masters must differ");
FORMAT_MESSAGE(MASTERS_MISSING, "masters-missing", ERROR,
               "fo:page-sequence 之前没有 fo:layout-master-set，不知道页面的样子",
               "there is no fo:layout-master-set before the fo:page-sequence to say how pages look",
               "在 fo:root 的开头写 fo:layout-master-set",
               "begin fo:root with fo:layout-master-set");
FORMAT_MESSAGE(SEQUENCE_MISSING, "sequence-missing", ERROR, "文档没有 fo:page-sequence，排不出一页",
               "the document has no fo:page-sequence, so there is no page",
               "核对样式表，文字写在 fo:page-sequence 的 fo:flow 里",
               "check the stylesheet; text goes in the fo:flow of an fo:page-sequence");
FORMAT_MESSAGE(REGION_TWICE, "region-twice", ERROR, "页面母版“{2}”有不止一个 fo:{1}，取第一个",
               "page master \"{2}\" has more than one fo:{1}; the first is taken",
               "每种区域只写一个", "give each kind of region once");
FORMAT_MESSAGE(REGION_NAME_DOUBLE, "region-name-double", ERROR, "页面母版“{2}”里有两个区域叫“{1}”",
               "page master \"{2}\" has two regions named \"{1}\"", "区域的 region-name 不可重复",
               "give regions names that differ");
FORMAT_MESSAGE(REGION_BODY_MISSING, "region-body-missing", ERROR,
               "页面母版“{1}”没有 fo:region-body", "page master \"{1}\" has no fo:region-body",
               "加上 fo:region-body，正文排在那里", "add the fo:region-body that holds the text");
FORMAT_MESSAGE(MASTER_EXHAUSTED, "master-exhausted", WARNING,
               "页面序列“{1}”的页数已用完，重复最后一页的母版",
               "the page sequence \"{1}\" has no pages left; its last master is repeated",
               "增加 maximum-repeats 或去掉它", "raise maximum-repeats or leave it out");
FORMAT_MESSAGE(MASTER_TOO_SMALL, "master-too-small", ERROR, "页面母版“{1}”没有给正文留出地方",
               "page master \"{1}\" leaves no room for the body", "减小页边距",
               "make the margins smaller");
FORMAT_MESSAGE(PAGE_SIZE, "page-size", ERROR, "页面母版“{1}”的宽或高不在 3 pt 到 14400 pt 之间",
               "page master \"{1}\" is not between 3 pt and 14400 pt wide and high",
               "核对 page-width 与 page-height", "check page-width and page-height");
FORMAT_MESSAGE(FLOW_MISSING, "flow-missing", ERROR, "fo:page-sequence 里没有 fo:flow",
               "the fo:page-sequence has no fo:flow", "正文写在 fo:flow 里",
               "put the text in an fo:flow");
FORMAT_MESSAGE(FLOW_TWICE, "flow-twice", ERROR,
               "fo:page-sequence 里有不止一个 fo:flow，只排了第一个",
               "the fo:page-sequence has more than one fo:flow; only the first is on the pages",
               "合为一个 fo:flow，或另起 fo:page-sequence",
               "join them, or begin another fo:page-sequence");
FORMAT_MESSAGE(
    FLOW_NAME_DOUBLE, "flow-name-double", ERROR, "区域“{1}”有不止一份 fo:static-content，取第一份",
    "there is more than one fo:static-content for the region \"{1}\"; the first is taken",
    "每个区域只写一份", "give each region one");
FORMAT_MESSAGE(FLOW_UNKNOWN, "flow-unknown", WARNING, "没有名为“{1}”的区域，其内容没有排出",
               "there is no region named \"{1}\"; its content is not on the pages",
               "核对 flow-name 与 region-name", "compare flow-name with the region-name values");
FORMAT_MESSAGE(FLOW_NOWHERE, "flow-nowhere", ERROR,
               "正文（fo:flow）要排进的区域“{1}”不是 region-body",
               "the region \"{1}\" that fo:flow is to fill is not the region-body",
               "核对 flow-name 与 region-body 的 region-name",
               "compare flow-name with the region-name of the region-body");
FORMAT_MESSAGE(LINE_OVERFULL, "line-overfull", ERROR, "文字超出行宽 {1} pt：“{2}”",
               "text is {1} pt wider than its line: \"{2}\"", "加宽栏目，或缩小字号",
               "widen the column or make the type smaller");
FORMAT_MESSAGE(LINE_BROKEN, "line-broken", WARNING,
               "行宽容不下不可分开的文字，只好在中间断开：“{1}”",
               "text that may not be parted is wider than its line and was broken: \"{1}\"",
               "加宽栏目，或设 y:line-break=\"anywhere\"",
               "widen the column, or set y:line-break=\"anywhere\"");
FORMAT_MESSAGE(
    TITLE_LONG, "title-long", WARNING,
    "标题太长或有一处不可分开的文字比一行宽，没有按词意和梯形分行：“{1}”",
    "the title is too long, or text in it that may not be parted is wider than a line; it "
    "was not broken at sense into a trapezium: \"{1}\"",
    "缩短标题，或在标题里自己换行", "shorten it, or write its line feeds yourself");
FORMAT_MESSAGE(PAGE_OVERFULL, "page-overfull", ERROR, "内容比版心高 {1} pt，放不下",
               "content is {1} pt higher than its page", "缩小内容或加大版心",
               "make the content smaller or the page larger");
FORMAT_MESSAGE(CONTAINER_OVERFULL, "container-overfull", ERROR, "内容超出所在区域 {1} pt（{2}）",
               "content exceeds its area by {1} pt ({2})", "加大区域，或缩小字号",
               "enlarge the area or make the type smaller");
FORMAT_MESSAGE(
    BOTTOM_UNKNOWN, "bottom-unknown", ERROR,
    "bottom 从外面区域的下边量起，而那个区域没有写高度，随内容伸长",
    "bottom counts from the foot of an area around that has no height and grows with its "
    "content",
    "改用 top，或给外面的 fo:block-container 写上 height",
    "use top, or give the fo:block-container around it a height");
FORMAT_MESSAGE(KEEP_BROKEN, "keep-broken", WARNING, "要求放在一页的内容一页放不下，已分页",
               "content that was to stay together does not fit a page and was broken",
               "减少要求同页的内容", "keep less together");
FORMAT_MESSAGE(
    BLOCK_FILL_PLACE, "block-fill-place", ERROR,
    "y:block-fill=“{1}”在这里做不到：表格、列表、容器、脚注和页眉页脚里没有版心的下边缘",
    "y:block-fill=\"{1}\" cannot be met here: inside tables, lists, containers, footnotes "
    "and static content there is no foot of a column",
    "把它写在 fo:flow 里的块上", "give it to a block of the fo:flow");
FORMAT_MESSAGE(ID_UNKNOWN, "id-unknown", ERROR, "没有标识为“{1}”的内容，无法填页码",
               "nothing has the id \"{1}\", so its page number is not known", "核对 ref-id 与 id",
               "compare ref-id with the id values");
FORMAT_MESSAGE(LINK_UNKNOWN, "link-unknown", WARNING, "没有标识为“{1}”的内容，链接或书签落空",
               "nothing has the id \"{1}\": a link or bookmark leads nowhere",
               "核对 internal-destination 与 id",
               "compare internal-destination with the id values");
FORMAT_MESSAGE(LINK_NOWHERE, "link-nowhere", WARNING, "fo:{1} 没有写明去处",
               "fo:{1} does not say where it leads",
               "写上 internal-destination 或 external-destination",
               "give it an internal-destination or external-destination");
FORMAT_MESSAGE(ID_DOUBLE, "id-double", WARNING, "标识“{1}”用了不止一次，取第一次",
               "the id \"{1}\" is used more than once; the first is taken", "标识不可重复",
               "ids must differ");
FORMAT_MESSAGE(IMAGE_MISSING, "image-missing", ERROR, "图片取不到：{1}",
               "the image cannot be had: {1}",
               "核对 src，图片要放在样式表的文件夹里；archive: "
               "开头的是收件时存档的图片，从备份恢复 archive 文件夹",
               "check src; images must lie in the stylesheet's folder; one that begins with "
               "archive: came with a submission: restore the folder archive from its backup");
FORMAT_MESSAGE(IMAGE_INVALID, "image-invalid", ERROR, "图片不是完好的 PNG 或 JPEG：{1}",
               "the image is not a sound PNG or JPEG: {1}", "另存为 PNG 或 JPEG",
               "save it as PNG or JPEG");
FORMAT_MESSAGE(FLOAT_PLACE, "float-place", ERROR, "排版程序还不支持 float=“{1}”，或不能放在这里",
               "the formatter does not support float=\"{1}\", or it may not stand here",
               "改用 float=\"before\"，放在块之间", "use float=\"before\", between blocks");
FORMAT_MESSAGE(MARKER_NAMELESS, "marker-nameless", ERROR, "标记没有写类名",
               "the marker has no class name",
               "写明 marker-class-name（取用处写 retrieve-class-name）",
               "give marker-class-name (where it is retrieved: retrieve-class-name)");
FORMAT_MESSAGE(IMAGE_DAMAGED, "image-damaged", ERROR, "图片的数据损坏或不完整：{1}",
               "the data of the image are damaged or incomplete: {1}", "换一份完好的图片文件",
               "replace it by an undamaged file");
FORMAT_MESSAGE(IMAGE_TOO_LARGE, "image-too-large", ERROR,
               "图片的像素太多：{1}（长、宽各不超过 32767，总数不超过 1.5 亿）",
               "the image has too many pixels: {1} (at most 32767 a side and 150 million in all)",
               "把图片缩小后重新保存", "scale the image down and save it again");
FORMAT_MESSAGE(IMAGE_CMYK, "image-cmyk", ERROR,
               "图片是印刷四色（CMYK）的：{1}；归档用的 PDF 里只能用 RGB 或灰度",
               "the image is CMYK: {1}; a PDF for archiving takes RGB or grey only",
               "把图片转为 RGB 后重新保存", "convert the image to RGB and save it again");
FORMAT_MESSAGE(IMAGE_INTERLACED, "image-interlaced", ERROR, "PNG 图片是隔行存储的：{1}",
               "the PNG is interlaced: {1}", "重新存为不隔行的 PNG",
               "save it again without interlacing");
FORMAT_MESSAGE(GRAPHIC_UNDESCRIBED, "graphic-undescribed", WARNING,
               "图没有文字说明，读屏软件会当作装饰略过：{1}",
               "the graphic is not described in words; screen readers will pass it over: {1}",
               "写上 y:alternate-text；只是装饰就写成空的",
               "give it y:alternate-text, an empty one if it is mere decoration");
FORMAT_MESSAGE(FOREIGN_UNSUPPORTED, "foreign-unsupported", ERROR,
               "fo:instream-foreign-object 里只能放 SVG 图，现在是“{1}”",
               "fo:instream-foreign-object takes an SVG only, here is \"{1}\"",
               "放入 http://www.w3.org/2000/svg 命名空间的 svg 元素",
               "put an svg element of the namespace http://www.w3.org/2000/svg in it");
FORMAT_MESSAGE(QR_EMPTY, "qr-empty", ERROR, "y:qr-code 没有写内容（content）",
               "y:qr-code has no content", "用 content 属性写上要编码的文字",
               "write the text to encode in its content attribute");
FORMAT_MESSAGE(QR_TOO_LONG, "qr-too-long", ERROR, "二维码的内容太长，最大的码也放不下",
               "the content of the QR code is too long for the largest there is",
               "缩短内容，或降低 error-correction", "shorten it or lower error-correction");
FORMAT_MESSAGE(
    EXTENSION_MISPLACED, "extension-misplaced", ERROR,
    "没有 y:{1} 这个扩展元素，或者它不能放在 {2} 里",
    "there is no extension element y:{1}, or it may not stand in {2}",
    "改正元素名；y:qr-code 放在 fo:block 或 fo:inline 里，y:publication 只写在印发件的"
    "样式表里，直接放在 fo:root 里",
    "correct its name; y:qr-code stands in fo:block or fo:inline, y:publication directly "
    "in the fo:root that a publication's stylesheet makes");
FORMAT_MESSAGE(SVG_INVALID, "svg-invalid", ERROR, "SVG 图 {1} 读不了：{2}",
               "the SVG {1} cannot be read: {2}", "用绘图软件重新导出为 SVG 1.1",
               "export it again as SVG 1.1");
FORMAT_MESSAGE(SVG_ELEMENT, "svg-element", ERROR, "SVG 图中的 {1} 元素画不了",
               "the element {1} of an SVG cannot be drawn",
               "导出时去掉滤镜、蒙版、图案、脚本和样式表，文字转为路径或 text",
               "export it without filters, masks, patterns, scripts and style sheets");
FORMAT_MESSAGE(SVG_ELEMENT_RELAXED, "svg-element", WARNING, "SVG 图中的 {1} 元素画不了，已略过",
               "the element {1} of an SVG cannot be drawn; it was passed over", NULL, NULL);
FORMAT_MESSAGE(SVG_PROPERTY, "svg-property", ERROR, "SVG 图中的 {1}=“{2}”画不了（{3} 元素）",
               "{1}=\"{2}\" in an SVG cannot be drawn (element {3})", "去掉它，或改用画得了的值",
               "leave it out or give it a value that can be drawn");
FORMAT_MESSAGE(SVG_PROPERTY_RELAXED, "svg-property", WARNING,
               "SVG 图中的 {1}=“{2}”画不了（{3} 元素），已略过",
               "{1}=\"{2}\" in an SVG cannot be drawn (element {3}); it was passed over", NULL,
               NULL);
FORMAT_MESSAGE(SVG_DATA, "svg-data", WARNING,
               "SVG 图中 {2} 元素的 {1} 属性写错了，只画到出错的地方",
               "the attribute {1} of an SVG's {2} is malformed; it is drawn up to the mistake",
               "核对该属性，或重新导出", "check the attribute or export the drawing again");
FORMAT_MESSAGE(SVG_REFERENCE, "svg-reference", WARNING, "SVG 图中没有标识为“{1}”的元素",
               "nothing in the SVG has the id \"{1}\"", "核对 href、url(#…) 与 id",
               "compare href and url(#…) with the id values");
FORMAT_MESSAGE(SVG_TEXT_PATH, "svg-text-path", ERROR, "SVG 图中的文字比它所沿的路径长，没有画全",
               "text of an SVG is longer than the path it runs along; not all of it is drawn",
               "加长路径，或缩小字号", "make the path longer or the type smaller");
FORMAT_MESSAGE(SVG_TOO_LARGE, "svg-too-large", ERROR, "SVG 图太大或引用太多，只画了一部分",
               "the SVG is too large or repeats too much; only part of it is drawn",
               "简化这张图，减少 use 的层层引用", "simplify it and nest fewer uses");
FORMAT_MESSAGE(INLINE_EDGES, "inline-edges", WARNING,
               "fo:{1} 里有块，它自己的边框、内边距和底色没有画",
               "fo:{1} holds blocks; its own border, padding and background are not drawn",
               "把边框写在里面的块或文字上", "give the border to the blocks or the text inside");
FORMAT_MESSAGE(BACKGROUND_SMALL, "background-small", WARNING,
               "背景图片“{1}”太小，不作重复，只放一次",
               "the background image \"{1}\" is too small to be repeated and stands once",
               "用至少 2 pt 见方的图片", "use an image of at least 2 pt by 2 pt");
FORMAT_MESSAGE(NESTED_TOO_DEEP, "nested-too-deep", ERROR, "对象嵌套超过 {1} 层",
               "objects are nested more than {1} deep", "简化样式表",
               "make the stylesheet simpler");
FORMAT_MESSAGE(TABLE_COLUMN, "table-column", ERROR, "表格的这一格超出了列数（{1} 列）",
               "this table cell lies beyond the last column (there are {1})",
               "核对 fo:table-column 与各行的格数、跨列数",
               "compare fo:table-column with the cells and spans of the rows");
FORMAT_MESSAGE(LIST_ITEM, "list-item", ERROR,
               "fo:list-item 里要有 fo:list-item-label 和 fo:list-item-body",
               "fo:list-item must hold an fo:list-item-label and an fo:list-item-body",
               "补上缺的一个", "add what is missing");
FORMAT_MESSAGE(TABLE_OVERLAP, "table-overlap", ERROR,
               "表格的这一格与别的格重叠（第 {1} 列已被占用）",
               "this table cell overlaps another (column {1} is taken)",
               "核对 column-number、跨列数和跨行数", "check column-number and the spans");
FORMAT_MESSAGE(TABLE_COLUMNS, "table-columns", ERROR, "表格的列数超过 {1} 列的上限",
               "the table has more than {1} columns", "把表格拆成几个", "divide the table");
FORMAT_MESSAGE(TABLE_TIED, "table-tied", WARNING, "跨行的格把 {1} 行以上连在一起，已在此处断开",
               "spans tie more than {1} rows together; they end here", "核对 number-rows-spanned",
               "check number-rows-spanned");
FORMAT_MESSAGE(TABLE_HEAD_HIGH, "table-head-high", WARNING,
               "表头（或表尾）占去页面的大半，只排一次，不在每页重复",
               "the table's header or footer takes most of the page; it is not repeated",
               "减少表头的行数或字号", "make the header smaller");
FORMAT_MESSAGE(TABLE_TOO_WIDE, "table-too-wide", ERROR, "表格比所在区域宽 {1} pt",
               "the table is {1} pt wider than its area", "减小列宽", "make the columns narrower");

FORMAT_MESSAGE(MORE_OF_KIND, "more-of-kind", NOTE, "“{1}”一类的还有 {2} 条，没有一一列出",
               "there are {2} more findings \"{1}\" that are not listed", NULL, NULL);

#endif
