ALTER TABLE accounts ADD COLUMN name_key TEXT COLLATE "C" GENERATED ALWAYS AS (
    CASE WHEN char_length(name) = octet_length(name) THEN lower(name) ELSE lower(translate(
        replace(replace(replace(replace(replace(replace(replace(replace(name, 'ß', 'ss'), 'ẞ', 'ss'), 'Æ', 'ae'), 'æ', 'ae'), 'Œ', 'oe'), 'œ', 'oe'), 'Þ', 'th'), 'þ', 'th'),
        'ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿĀāĂăĄąĆćĈĉĊċČčĎďĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĨĩĪīĬĭĮįİĴĵĶķĹĺĻļĽľŃńŅņŇňŌōŎŏŐőŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžȘșȚțØøĐđŁłıÐðſ’  ̧̨̀́̂̃̄̆̇̈̊̋̌',
        'aaaaaaceeeeiiiinooooouuuuyaaaaaaceeeeiiiinooooouuuuyyaaaaaaccccccccddeeeeeeeeeegggggggghhiiiiiiiiijjkkllllllnnnnnnoooooorrrrrrssssssssttttuuuuuuuuuuuuwwyyyzzzzzzssttooddllidds''  '
    )) END) STORED;
ALTER TABLE cases ADD COLUMN value_key BIGINT GENERATED ALWAYS AS (COALESCE(value_cents, -9223372036854775807)) STORED;
ALTER TABLE cases ADD COLUMN engaged_key TEXT COLLATE "C" GENERATED ALWAYS AS (COALESCE(engaged_on, '')) STORED;
ALTER TABLE orders ADD COLUMN start_key TEXT COLLATE "C" GENERATED ALWAYS AS (COALESCE(starts_at, '~')) STORED;
ALTER TABLE orders ADD COLUMN due_key TEXT COLLATE "C" GENERATED ALWAYS AS (COALESCE(due_on, '~')) STORED;
ALTER TABLE order_people ADD COLUMN start_key TEXT COLLATE "C" GENERATED ALWAYS AS (COALESCE(starts_at, '~')) STORED;
