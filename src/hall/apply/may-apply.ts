import { type HallSession, levelRuling } from '../../identity/index.ts'
import type { Refusal } from '../../platform/refusal.ts'

/**
 * Whether this session may apply online (Art. 8.1(3)). It is asked again on every step, not only where an application
 * begins: who signs in anew at a lower level must not find the register's facts and the licences in an old draft.
 */
export const mayApply = (session: HallSession): boolean =>
  levelRuling('apply-online', session).outcome === 'met'

/** For scripts, which cannot follow a redirect to the page that explains it. */
export const LEVEL_NEEDED: Refusal = {
  name: 'level-needed',
  sentence: '在线申报需要中级认证。请刷新页面，按提示认证，填过的内容都在。',
  english:
    'Applying needs medium assurance. Reload the page and follow the steps; what you filled in is kept.',
}
