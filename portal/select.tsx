interface SelectProps {
  /** Of the field in the query string, and its id. */
  readonly name: string;
  readonly label: string;
  /** What no choice is called. */
  readonly all: string;
  /** Value and text of each choice. */
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly chosen: string | undefined;
}

/** A labelled choice of one or of all, in a form that filters a list. */
export function Select({ name, label, all, options, chosen }: SelectProps) {
  return (
    <p>
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        <option value="">{all}</option>
        {options.map(([value, text]) => (
          <option value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </p>
  );
}
