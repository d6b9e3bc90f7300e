import pg from 'pg'

/**
 * Lets a test hear what is not told to open pages: a message that was sent, a row of the verification, a job that is put off
 * to be tried again. Only in the test's own database; the platform does not notice.
 */
export async function hearEverything(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(`
      create function public.tell_test() returns trigger language plpgsql security definer as $$
      declare
        row jsonb := to_jsonb(new);
        of_message uuid;
      begin
        select dossier_id into of_message from messages.message where message_id::text = row->'data'->>'messageId';
        perform pg_notify('stream', coalesce(row->'data'->>'streamId', row->'data'->'events'->0->>'streamId', 'dossier:' || coalesce(row->>'dossier_id', of_message::text), 'jobs'));
        return null;
      end $$;
      create trigger tell_test after update on messages.message for each row execute function public.tell_test();
      create trigger tell_test after insert or update on casework.verification for each row execute function public.tell_test();
      create trigger tell_test after insert or update on jobs.job_common for each row execute function public.tell_test();
    `)
  } finally {
    await client.end()
  }
}
