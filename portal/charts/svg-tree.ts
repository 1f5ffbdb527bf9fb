import { SaxesParser } from "saxes";

export interface SvgElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly SvgNode[];
}
export type SvgNode = SvgElement | string;

/** Markup of SVG as a tree. Throws what the parser throws at markup that is not well-formed: our own drawings always are. */
export function readSvg(markup: string): SvgElement {
  const open: { name: string; attributes: Record<string, string>; children: SvgNode[] }[] = [{ name: "", attributes: {}, children: [] }];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) =>
    open.push({ name, attributes: { ...(attributes as Record<string, string>) }, children: [] }),
  );
  parser.on("text", (text) => open.at(-1)!.children.push(text));
  parser.on("closetag", () => {
    const element = open.pop()!;
    open.at(-1)!.children.push(element);
  });
  parser.write(markup).close();
  return open[0]!.children.find((node): node is SvgElement => typeof node !== "string")!;
}

/** The tree as markup. */
export function writeSvg(node: SvgNode): string {
  if (typeof node === "string") return escaped(node);
  const { name, attributes, children } = node;
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const tag = `${name}${said.join("")}`;
  return children.length === 0 ? `<${tag}/>` : `<${tag}>${children.map(writeSvg).join("")}</${name}>`;
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
