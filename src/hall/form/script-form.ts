import type { Form } from '../../catalogue/index.ts'

/** What scripts need of a form to hide, show and compute: no texts. */
export function scriptForm(form: Form): unknown {
  const plain = (f: Form['groups'][number]['fields'][number]['columns'][number]) => ({
    key: f.key,
    type: f.type,
    when: f.when,
    whenMode: f.whenMode,
    ...(f.compute ? { compute: f.compute } : {}),
  })
  return {
    groups: form.groups.map((g) => ({
      key: g.key,
      when: g.when,
      whenMode: g.whenMode,
      ...(g.repeat ? { repeat: { min: g.repeat.min, max: g.repeat.max } } : {}),
      fields: g.fields.map((f) => ({
        ...plain(f),
        columns: f.columns.map(plain),
        ...(f.maxRows ? { maxRows: f.maxRows } : {}),
      })),
    })),
  }
}
