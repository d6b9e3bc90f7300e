import { write } from '../../messages/index.ts'
import { dayOf, weekday } from '../../regulation/index.ts'
import { clocksOf } from '../clocks.ts'
import type { RESULTS } from '../dossier.ts'
import { queryCode } from '../query-code.ts'
import type { ReactionDeps, Scene } from './deps.ts'

/** 11月26日（周四） */
function dayWords(day: string): string {
  const [, month, date] = day.split('-')
  return `${Number(month)}月${Number(date)}日（周${'日一二三四五六'[weekday(day)]}）`
}

/** Writes the applicant a message about an event, once; the SMS follows as soon as the gateway takes it. */
async function letter(deps: ReactionDeps, { dossier, event }: Scene, text: string): Promise<void> {
  const to = {
    accountId: dossier.accountId,
    phoneMasked: dossier.applicant.phoneMasked,
    dossierId: dossier.dossierId,
  }
  await deps.db.transaction((tx) => write(deps, tx, to, `${event.streamId}:${event.seq}`, text, deps.now()))
}

const short = (number: string) => number.slice(-12)

export function receivedLetter(deps: ReactionDeps, scene: Scene): Promise<void> {
  const { dossier } = scene
  const due = clocksOf(dossier, dossier.receivedAt, deps.calendar).governing.dueDay
  const code = queryCode(deps.queryCodeKey, dossier.dossierId)
  return letter(
    deps,
    scene,
    `您申请的「${dossier.itemName}」已收到，编号尾号 ${short(dossier.number)}，查询码 ${code}。${due ? `${dayWords(due)}前，部门告诉您受理不受理。` : ''}您现在不用做什么。`,
  )
}

export function correctionLetter(deps: ReactionDeps, scene: Scene): Promise<void> {
  const data = scene.event.data as { demands: { name: string }[]; answerUntil: string }
  const names = data.demands.map((d) => d.name).join('、')
  return letter(
    deps,
    scene,
    `您申请的「${scene.dossier.itemName}」有 ${data.demands.length} 份材料要补正：${names}。请在${dayWords(data.answerUntil)}前在网上补好，哪里不对、怎么改写在通知书里。`,
  )
}

export function acceptedLetter(deps: ReactionDeps, scene: Scene): Promise<void> {
  const { dossier, event } = scene
  const due = clocksOf(dossier, event.at, deps.calendar).all.find((c) => c.kind === 'promised')?.dueDay
  return letter(
    deps,
    scene,
    `您申请的「${dossier.itemName}」已受理。${due ? `部门承诺${dayWords(due)}前办结。` : ''}受理承诺单在「我的」里。`,
  )
}

export function pausedLetter(deps: ReactionDeps, scene: Scene): Promise<void> {
  const data = scene.event.data as { kind: string; reason: string; days: number }
  return letter(
    deps,
    scene,
    `您申请的「${scene.dossier.itemName}」进入${data.kind}，办理时限暂停计算，最长 ${data.days} 日。原因：${data.reason}。`,
  )
}

export function extendedLetter(deps: ReactionDeps, scene: Scene): Promise<void> {
  const data = scene.event.data as { days: number; reason: string }
  return letter(
    deps,
    scene,
    `您申请的「${scene.dossier.itemName}」经部门负责人批准延长 ${data.days} 个工作日。原因：${data.reason}。`,
  )
}

/** The result by SMS at closing (Art. 20). */
export function closedLetter(deps: ReactionDeps, scene: Scene): Promise<void> {
  const { dossier, item, event } = scene
  const result = event.data['result'] as keyof typeof RESULTS
  const day = dayWords(dayOf(event.at))
  const what = item.content.result?.name
  const text: Record<keyof typeof RESULTS, string> = {
    granted: `您申请的「${dossier.itemName}」${day}办结，结果：准予。${what && item.content.result?.type !== 'none' ? `电子版「${what}」在「我的」里打开。` : ''}欢迎评价这次办事。`,
    refused: `您申请的「${dossier.itemName}」${day}办结，结果：不予许可。理由、复议（60 日内）和诉讼（6 个月内）的办法写在决定书里，在「我的」里打开。`,
    'not-accepted': `您申请的「${dossier.itemName}」不予受理。理由和救济办法写在通知单里，在「我的」里打开。`,
    returned: `您申请的「${dossier.itemName}」因逾期没有补正，已退件。材料备齐后可以重新申请。`,
    withdrawn: `您申请的「${dossier.itemName}」已按您的要求撤回。`,
  }
  return letter(deps, scene, text[result])
}
