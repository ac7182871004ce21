-- Whether a fact was undone is asked of one fact at a time, however many were.
CREATE INDEX facts_by_corrected ON facts (tenant, corrects) WHERE corrects IS NOT NULL;
