/**
 * What every port to a neighbour has in common: a neighbour's failure is a value, because an outage is an ordinary day and never
 * stops an applicant. Only misuse by our own code (a wrong key, a missing field) throws.
 */
export interface NeighbourFailure {
  /** `down`: no answer, or the neighbour says it cannot; asking again later may help. `wrong`: an answer that makes no sense. */
  kind: 'down' | 'wrong'
  /** For the person in front of the screen: what is wrong and that the work goes on. */
  sentence: string
  /** For the log: what was seen on the wire. Holds no personal data. */
  technical: string
}

/**
 * The neighbour understood and said no: sending the same again will get the same answer, so a job must stop and a person must look.
 * `name` is the neighbour's own word, e.g. `number` for a phone number that cannot be.
 */
export interface NeighbourRefusal {
  kind: 'refused'
  name: string
  sentence: string
  technical: string
}

export type Answer<T, F = NeighbourFailure> = { ok: true; value: T } | { ok: false; failure: F }

export const answered = <T>(value: T) => ({ ok: true, value }) as const

export const failed = (neighbour: string, kind: NeighbourFailure['kind'], technical: string) =>
  ({
    ok: false,
    failure: {
      kind,
      sentence:
        kind === 'down'
          ? `${neighbour}暂时连不上。可以先办，恢复后自动再查。`
          : `${neighbour}的回答看不懂。可以先办，我们会再查一次。`,
      technical,
    },
  }) as const
