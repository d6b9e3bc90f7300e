import { TextField } from '../fields.tsx'
import { ListOf } from '../list-of.tsx'
import type { ItemEdit } from '../use-item.ts'

/** 咨询投诉电话, where one turns against the decision (Art. 27), and frequent questions. */
export function Contact({ edit: { content: c, set } }: { edit: ItemEdit }) {
  return (
    <div className="formgap">
      <div className="two">
        <TextField
          path="consultPhone"
          label="咨询电话"
          value={c.consultPhone}
          onChange={(v) => set('consultPhone', v)}
        />
        <TextField
          path="complaintPhone"
          label="投诉电话"
          value={c.complaintPhone}
          onChange={(v) => set('complaintPhone', v)}
        />
      </div>
      <h3>不服决定向哪里去</h3>
      <div className="two">
        <TextField
          path="remedy.reviewOrgan"
          label="行政复议机关"
          value={c.remedy.reviewOrgan}
          onChange={(v) => set('remedy', { ...c.remedy, reviewOrgan: v })}
        />
        <TextField
          path="remedy.court"
          label="行政诉讼法院"
          value={c.remedy.court}
          onChange={(v) => set('remedy', { ...c.remedy, court: v })}
        />
      </div>
      <h3>常见问题</h3>
      <ListOf
        path="faq"
        what="个问题"
        items={c.faq}
        blank={() => ({ q: '', a: '' })}
        onChange={(v) => set('faq', v)}
        title={(f) => f.q}
      >
        {(f, i, put) => (
          <>
            <TextField path={`faq.${i}.q`} label="问" value={f.q} onChange={(v) => put({ q: v })} />
            <TextField path={`faq.${i}.a`} label="答" rows={2} value={f.a} onChange={(v) => put({ a: v })} />
          </>
        )}
      </ListOf>
    </div>
  )
}
