import { askedOf, withComputed } from '../../catalogue/browser.ts'
import type { Form, FormField, FormGroup } from '../../catalogue/index.ts'
import { readTyped } from './form-typed.ts'
import { narrow } from './region.ts'
import { addRow, removeRow, rowsIn } from './rows.ts'

/**
 * `<rb-form form>` round the fields of an application: shows and hides what hangs on another answer, adds and removes rows, works out
 * computed values and narrows the region lists, all at once. The same things go through the server without it, and it judges in any case.
 */
export class FormElement extends HTMLElement {
  private form!: Form
  private owner!: HTMLFormElement

  connectedCallback(): void {
    const owner = this.closest('form')
    if (!owner || this.owner) return
    this.owner = owner
    this.form = JSON.parse(this.getAttribute('form') ?? '{"groups":[]}') as Form
    this.addEventListener('input', () => this.refresh())
    this.addEventListener('change', (event) => {
      if (event.target instanceof HTMLSelectElement) void narrow(event.target)
      this.refresh()
    })
    this.addEventListener('click', (event) => this.pressed(event))
    owner.addEventListener('rb-fill', (event) =>
      this.makeRoom((event as CustomEvent<[string, string][]>).detail),
    )
    owner.addEventListener('rb-filled', () => this.refresh())
    for (const button of this.querySelectorAll<HTMLElement>('[data-locate]'))
      button.hidden = !('geolocation' in navigator)
    this.refresh()
  }

  private pressed(event: MouseEvent): void {
    const button = (event.target as Element).closest('button')
    if (!button) return
    if (button.dataset['locate']) this.locate(button, button.dataset['locate'])
    const [act, at] = button.value.split(':') as [string, string | undefined]
    if ((act !== 'row-add' && act !== 'row-remove') || !at) return
    event.preventDefault()
    const key = at.split('.')[0]!
    if (act === 'row-add')
      addRow(this, key)?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus()
    else removeRow(this, key, button)
    this.changed()
  }

  /** Tells autosave too. */
  private changed(): void {
    this.dispatchEvent(new Event('input', { bubbles: true }))
  }

  private locate(button: HTMLElement, base: string): void {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const put = (part: string, value: number) => {
          const input = document.getElementById(`${base}.${part}`)
          if (input instanceof HTMLInputElement) input.value = value.toFixed(6)
        }
        put('lng', coords.longitude)
        put('lat', coords.latitude)
        this.changed()
      },
      // Refused or unknown: the fields are there to be typed in.
      () => button.remove(),
    )
  }

  /** Rows for what a copy on this device holds. */
  private makeRoom(values: [string, string][]): void {
    for (const group of this.form.groups)
      for (const key of group.repeat
        ? [group.key]
        : group.fields.filter((f) => f.type === 'table').map((f) => f.key)) {
        const wanted = new Set(
          values.flatMap(([name]) => new RegExp(`^f-${key}\\.(\\d+)`).exec(name)?.[1] ?? []),
        )
        while (rowsIn(this, key).length < wanted.size && addRow(this, key));
      }
  }

  private refresh(): void {
    const answers = readTyped(this.form, this.owner)
    const asked = askedOf(this.form, answers)
    const computed = withComputed(this.form, answers, asked)
    for (const group of this.form.groups) {
      if (this.knows(group)) this.hide(`[data-group="${group.key}"]`, !asked.group(group))
      if (group.repeat)
        this.refreshRows(group, answers, computed, (field, row) => asked.inRow(group, field, row as never))
      else
        for (const field of group.fields) {
          if (this.knows(field)) this.hide(`[data-field="${field.key}"]`, !asked.field(field.key))
          if (field.compute) this.say(field.key, computed[field.key])
          if (field.type === 'table') this.refreshRows({ ...field, fields: field.columns }, answers, computed)
        }
    }
  }

  private refreshRows(
    of: Pick<FormGroup, 'key'> & {
      fields: readonly Pick<FormField, 'key' | 'when' | 'compute'>[]
      repeat?: { max: number }
      maxRows?: number
    },
    answers: Record<string, unknown>,
    computed: Record<string, unknown>,
    isAsked?: (field: FormField, row: unknown) => boolean,
  ): void {
    const rows = rowsIn(this, of.key)
    rows.forEach((index, i) => {
      for (const field of of.fields) {
        const path = `${of.key}.${index}.${field.key}`
        if (field.compute)
          this.say(path, (computed[of.key] as Record<string, unknown>[] | undefined)?.[i]?.[field.key])
        if (isAsked && field.when.length > 0)
          this.hide(`[data-field="${path}"]`, !isAsked(field as FormField, (answers[of.key] as unknown[])[i]))
      }
    })
    const most = of.repeat?.max ?? of.maxRows ?? 200
    const add = this.querySelector<HTMLElement>(`button[value="row-add:${of.key}"]`)
    if (add) add.hidden = rows.length >= most
  }

  /** Are the answers that it hangs on in this page? What is proved already is not, and then the server has decided. */
  private knows({ when }: Pick<FormGroup, 'when'>): boolean {
    return when.every((c) => this.querySelector(`[data-field="${c.field.split('.')[0]}"]`) !== null)
  }

  private hide(selector: string, hidden: boolean): void {
    const part = this.querySelector<HTMLElement>(selector)
    if (part && part.hidden !== hidden) part.hidden = hidden
  }

  private say(path: string, value: unknown): void {
    const output = document.getElementById(`f-${path}`)
    const text = typeof value === 'string' ? value : ''
    if (output && output.textContent !== text) output.textContent = text
  }
}
