import type { ReactElement } from 'react'
import type { Area, AreaTree } from '../../catalogue/index.ts'
import { Button, Parts, Select } from '../../ui/index.ts'
import { controlName } from './answers.ts'
import { errorAt, type PartsProps } from './context.ts'
import { stepName } from './step-name.ts'

/** The steps of the tree that are open: each with its choices and what is chosen there. A sole top chooses itself. */
function stepsOf(tree: AreaTree, code: string): { options: readonly Area[]; chosen: string }[] {
  const tops = tree.below()
  const path = tree.path(code)
  const steps: { options: readonly Area[]; chosen: string }[] = []
  let options = tops.length === 1 ? tree.below(tops[0]!.code) : tops
  for (const area of tops.length === 1 ? path.slice(1) : path) {
    steps.push({ options, chosen: area.code })
    options = tree.below(area.code)
  }
  if (options.length > 0) steps.push({ options, chosen: '' })
  return steps
}

/** A list for each step down the tree. Without scripts the button below brings the next list. */
export function RegionSelects({ path, value, drawn }: PartsProps): ReactElement {
  const { lang, areas, errors } = drawn
  const steps = stepsOf(areas, value['region'] ?? '')
  const error = errorAt(errors, `${path}.region`, lang)
  const base = controlName(`${path}.region`)
  const tops = areas.below()
  return (
    <div className="region" data-region={base} id={base} tabIndex={-1}>
      {tops.length === 1 && <p className="hint">{tops[0]!.name}</p>}
      <Parts>
        {steps.map((step, i) => (
          <Select
            // A list is drawn anew when the step above it changes.
            key={step.options[0]!.code}
            name={`${base}.${i}`}
            label={stepName(step.options[0]!.code, lang)}
            error={i === steps.length - 1 ? error : undefined}
            options={step.options.map((a) => ({ value: a.code, label: a.name }))}
            value={step.chosen}
            prompt={lang === 'en' ? 'Please choose' : '请选择'}
          />
        ))}
      </Parts>
      <noscript>
        <Button weight="secondary" small name="do" value={`refresh:${path}`} formNoValidate>
          {lang === 'en' ? 'Show the next list' : '选好区县，列出街道'}
        </Button>
      </noscript>
    </div>
  )
}
