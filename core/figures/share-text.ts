const percent = new Intl.NumberFormat("nl-NL", { style: "percent", maximumFractionDigits: 1 });

/** A fraction as people read it in Dutch: 0.0819 → "8,2%". Empty when there is none. */
export const shareText = (share: number | null): string => (share === null ? "" : percent.format(share));
