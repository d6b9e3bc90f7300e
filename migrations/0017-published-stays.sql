-- A version that was published reads the same for ever: dossiers are pinned to it, prints lead to it.
create function catalogue.published_version_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'version % of item % was published and stays', old.version, old.item_id;
  end if;
  if (new.item_id, new.version, new.content, new.published_at, new.effective_on)
     is distinct from (old.item_id, old.version, old.content, old.published_at, old.effective_on) then
    raise exception 'version % of item % was published and stays', old.version, old.item_id;
  end if;
  return new;
end $$;
create trigger published_version_stays before update or delete on catalogue.item_version
  for each row when (old.status <> 'draft') execute function catalogue.published_version_stays();
