-- 情形引导: what an applicant answered before applying. The draft keeps the answers; the dossier also what followed from
-- them under its item version, in the words of that day.

alter table hall.draft add column situation jsonb;
alter table casework.dossier add column situation jsonb;
