-- Step 5: what has become of a certificate stays so too, and so do the events that tell of it and the keys that
-- signed. Whoever opens the database with another program is refused; verify sees what gets past that.
CREATE TRIGGER certificate_ended BEFORE UPDATE OF state ON certificate
WHEN new.state IS NOT old.state
 AND NOT (old.state = 'issued' AND new.state IN ('printed', 'voided', 'replaced')
          OR old.state = 'printed' AND new.state IN ('voided', 'replaced')
          OR old.state = 'voided' AND new.state = 'replaced')
BEGIN SELECT RAISE(ABORT, 'a certificate does not come back into force'); END;
CREATE TRIGGER certificate_replaced_once BEFORE UPDATE OF replaced_by ON certificate
WHEN old.replaced_by IS NOT NULL AND new.replaced_by IS NOT old.replaced_by
BEGIN SELECT RAISE(ABORT, 'a replaced certificate keeps its successor'); END;

CREATE TRIGGER certificate_event_unchanged BEFORE UPDATE ON certificate_event
BEGIN SELECT RAISE(ABORT, 'what became of a certificate is not changed'); END;
CREATE TRIGGER certificate_event_kept BEFORE DELETE ON certificate_event
BEGIN SELECT RAISE(ABORT, 'what became of a certificate stays in the ledger'); END;

CREATE TRIGGER signing_key_unchanged BEFORE UPDATE ON signing_key
WHEN new.id IS NOT old.id OR new.public_key IS NOT old.public_key OR new.made_on IS NOT old.made_on
  OR old.retired_on IS NOT NULL AND new.retired_on IS NOT old.retired_on
BEGIN SELECT RAISE(ABORT, 'a signing key is only retired, and once'); END;
CREATE TRIGGER signing_key_kept BEFORE DELETE ON signing_key
BEGIN SELECT RAISE(ABORT, 'a signing key stays: what it signed is verified with it'); END;
