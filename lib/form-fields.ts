/** Fields that never travel back to the browser. */
const secrets = ['password', 'currentPassword', 'newPassword'];

type Fields = {
  /** For the schema: a text for each field; a list where a name came more than once. */
  input: Record<string, unknown>;
  /** To fill the form again. */
  values: Record<string, string>;
};

/**
 * The fields of a form, without those that Next adds. A field that came twice becomes a list, so
 * a schema that asks for one text refuses it; a file is passed on and refused likewise.
 */
export function fieldsOf(form: FormData): Fields {
  const names = new Set([...form.keys()].filter((name) => !name.startsWith('$ACTION_')));
  const entries = [...names].map((name): [string, unknown] => {
    const all = form.getAll(name);
    return [name, all.length === 1 ? all[0] : all];
  });
  const texts = entries.filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !secrets.includes(entry[0]),
  );
  return { input: Object.fromEntries(entries), values: Object.fromEntries(texts) };
}
