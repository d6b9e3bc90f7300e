-- The screens at the windows (窗口屏): which items in force are handled at a service centre.
create index item_version_centre on catalogue.item_version ((content->'place'->>'centreId')) where status = 'published';
