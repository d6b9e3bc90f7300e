/**
 * Topics of the hall that are for persons alone, or for bodies alone (自然人主题, 法人主题). A topic that does not stand here is
 * for both.
 */
const TOPIC_AUDIENCE: Record<string, 'person' | 'body'> = {
  婚育养老: 'person',
  建房装修: 'body',
  文化旅游: 'body',
}

/** Which of its subjects an item's topics leave out: a person would not look for it under 建房装修. No topics, nothing to say. */
export function leftOut(
  topics: readonly string[],
  serviceObjects: readonly string[],
): 'person' | 'body' | null {
  if (topics.length === 0) return null
  const finds = (who: 'person' | 'body') => topics.some((topic) => (TOPIC_AUDIENCE[topic] ?? who) === who)
  if (serviceObjects.includes('1') && !finds('person')) return 'person'
  return serviceObjects.some((o) => o !== '1') && !finds('body') ? 'body' : null
}
