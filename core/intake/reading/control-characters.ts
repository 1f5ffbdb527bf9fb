/**
 * Control characters but for tab, line feed and carriage return: nobody sees them, and they break comparisons, JSON and XML.
 * Each becomes a blank, so that words stay apart.
 */
export function withoutControls(text: string): string {
  return text.replace(controls, " ");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what it is for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
