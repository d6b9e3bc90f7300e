import { stepName } from '../form/step-name.ts'
import { english, words } from './page.ts'

/** Brings the list below the one that was chosen from; what stood below before no longer fits and goes. */
export async function narrow(chosen: HTMLSelectElement): Promise<void> {
  const region = chosen.closest<HTMLElement>('[data-region]')
  const field = chosen.closest<HTMLElement>('.field')
  if (!region || !field) return
  while (field.nextElementSibling) field.nextElementSibling.remove()
  const { value } = chosen
  if (value === '') return
  const answer = await fetch(`/api/areas?below=${encodeURIComponent(value)}`).catch(() => null)
  // Without an answer the page that follows a save brings the list.
  if (!answer?.ok || chosen.value !== value) return
  const { areas } = (await answer.json()) as { areas: { code: string; name: string }[] }
  if (areas.length === 0 || field.nextElementSibling) return
  field.after(nextField(field, region.dataset['region']!, Number(chosen.name.split('.').at(-1)) + 1, areas))
}

function nextField(
  before: HTMLElement,
  base: string,
  step: number,
  areas: { code: string; name: string }[],
): HTMLElement {
  const next = before.cloneNode(true) as HTMLElement
  next.classList.remove('field-wrong')
  next.querySelector('.fault')?.remove()
  const label = next.querySelector('label')!
  const select = next.querySelector('select')!
  label.textContent = stepName(areas[0]!.code, english() ? 'en' : 'zh')
  label.htmlFor = select.id = select.name = `${base}.${step}`
  select.removeAttribute('aria-invalid')
  select.removeAttribute('aria-describedby')
  select.replaceChildren(
    new Option(words('请选择', 'Please choose'), ''),
    ...areas.map((a) => new Option(a.name, a.code)),
  )
  return next
}
