import { palette } from "./charts/palette.ts";

/** Three bars in the colours of the judgements. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#00477a"/><path fill="${palette.met}" d="M6 7h20v5H6z"/><path fill="#e8a06a" d="M6 14h13v5H6z"/><path fill="#fff" d="M6 21h5v5H6z"/></svg>`;
