import type { ItemEdit } from '../use-item.ts'

/** 情形引导: the question path of the item, as a table that a clerk reads. */
export function SituationsSection({ edit }: { edit: ItemEdit }) {
  const questions = edit.content.situations?.questions ?? []
  return (
    <p className="small mid">
      {questions.length === 0 ? '这个事项没有情形引导。' : `${questions.length} 个问题`}
    </p>
  )
}
