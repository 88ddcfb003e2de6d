/** Every element that a browser knows or once knew, SVG and MathML included, in lower case. */
const ELEMENTS = new Set(
  `a abbr acronym address animate animatemotion animatetransform applet area article aside audio b base
  basefont bdi bdo bgsound big blink blockquote body br button canvas caption center circle cite
  clippath code col colgroup command content data datalist dd defs del desc details dfn dialog dir div
  dl dt element ellipse em embed feblend fecolormatrix feflood fegaussianblur feoffset fieldset
  figcaption figure filter font footer foreignobject form frame frameset g h1 h2 h3 h4 h5 h6 head
  header hgroup hr html i iframe image img input ins isindex kbd keygen label legend li line
  lineargradient link listing main map mark marker marquee mask math menclose menu menuitem merror
  meta metadata meter mfenced mfrac mglyph mi mn mo mover mpadded mpath mphantom mroot mrow ms mspace
  msqrt mstyle msub msubsup msup mtable mtd mtext mtr multicol munder munderover nav nextid nobr
  noembed noframes noscript object ol optgroup option output p param path pattern picture plaintext
  polygon polyline portal pre progress q radialgradient rb rbc rect rp rt rtc ruby s samp script
  search section select selectedcontent semantics set shadow slot small source spacer span stop
  strike strong style sub summary sup svg switch symbol table tbody td template text textarea
  textpath tfoot th thead time title toc tr track tspan tt u ul use var video view wbr xmp`.split(
    /\s+/,
  ),
);

export type Tag = {
  readonly text: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
};

const OPENING = /<!--[^]*?(?:-->|$)|<([A-Za-z][\w.:-]*)[ \t]*>/g;

/** The names, in lower case, of all elements that are closed somewhere in a page. */
export function closedElements(page: string): ReadonlySet<string> {
  return new Set(
    Array.from(page.matchAll(/<\/([a-z][\w.:-]*)/gi), ([, name = '']) => name.toLowerCase()),
  );
}

/**
 * Opening tags without attributes whose names no browser knows and whose elements are not among the
 * closed ones: what a reader never gets to see.
 */
export function droppedTags(html: string, closed: ReadonlySet<string>): readonly Tag[] {
  return Array.from(html.matchAll(OPENING)).flatMap(({0: text, 1: name, index}) => {
    if (name === undefined || ELEMENTS.has(name.toLowerCase())) return [];
    if (closed.has(name.toLowerCase())) return [];
    return [{text, name, start: index, end: index + text.length}];
  });
}
