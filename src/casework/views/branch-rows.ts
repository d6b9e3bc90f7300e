import type { WorkingPost } from './reach.ts'

/** SQL: the posts as a list; they are our own words, never input. */
const among = (posts: WorkingPost[]): string => posts.map((p) => `'${p}'`).join(', ')

/**
 * SQL of the branches (并行、会签) that lie in these posts of an organ, with the columns that a worklist reads of a
 * dossier: its own step and clock in the place of the dossier's. Of several branches of one dossier the soonest due.
 * `organ` is the placeholder of the organ's id.
 */
export const branchesHeld = (organ: string, posts: WorkingPost[]): string => `
  select d.dossier_id, d.number, d.applicant_name, d.item_name, b.step_name, b.post as holder_post, d.status, d.result,
         d.received_at, jsonb_set(d.clock, '{step}', b.clock_step) as clock, d.corrections, d.sample, b.due_at, b.yellow_at,
         b.red_at, d.closed_at, case when d.organ_id <> b.organ_id then d.organ_name else '' end as asked_by
    from casework.branch b join casework.dossier d using (dossier_id)
   where b.organ_id = ${organ} and b.post in (${among(posts)})
     and not exists (
       select 1 from casework.branch o
        where o.dossier_id = b.dossier_id and o.organ_id = b.organ_id and o.post in (${among(posts)})
          and (coalesce(o.due_at, 'infinity'), o.step_key) < (coalesce(b.due_at, 'infinity'), b.step_key))`

/** SQL of the joint opinions that an organ has signed, each as a finished row: what became of the dossier is not told. */
export const opinionsSigned = (organ: string): string => `
  select d.dossier_id, d.number, d.applicant_name, d.item_name, o.step_name, null::text as holder_post,
         'closed' as status, null::text as result, d.received_at,
         d.clock || '{"pauses": []}'::jsonb as clock, 0 as corrections, d.sample, null::timestamptz as due_at, null::timestamptz as yellow_at, null::timestamptz as red_at,
         o.at as closed_at, d.organ_name as asked_by
    from casework.opinion o join casework.dossier d using (dossier_id)
   where o.organ_id = ${organ}
     and not exists (
       select 1 from casework.opinion later
        where later.dossier_id = o.dossier_id and later.organ_id = o.organ_id and later.opinion_no > o.opinion_no)`
