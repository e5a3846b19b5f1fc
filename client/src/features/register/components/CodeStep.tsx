import { useCallback, useEffect, useState, type FormEvent } from 'react';
import type { ReplyOf } from '@anquanli/contract/exchange';
import { peopleRoutes } from '@anquanli/contract/people';
import { call, type Failure } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { Button } from '../../../ui/Button';
import { isWholeUnitCode, shownUnitCode, unitCodeFrom } from '../model/unit-code';
import { words } from '../words';
import { RegisterFrame } from './RegisterFrame';
import { TypedField } from './TypedField';

/** A unit behind its code. */
export type FoundUnit = ReplyOf<typeof peopleRoutes.findUnit> & { readonly code: string };

interface CodeStepProps {
  /** From the address of a scanned poster; looked up without a question. */
  scanned: string;
  onFound(found: FoundUnit): void;
}

export function CodeStep({ scanned, onFound }: CodeStepProps) {
  const t = useWords(words);
  const [code, setCode] = useState(unitCodeFrom(scanned));
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isShort, setShort] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const error = useErrorText(failure);

  const find = useCallback(async (whole: string, onFoundNow: CodeStepProps['onFound']) => {
    setBusy(true);
    const reply = await call(peopleRoutes.findUnit, { body: { code: whole } });
    setBusy(false);
    setFailure(
      reply.ok ? null : reply.code === 'invalid_input' ? { ok: false, code: 'registration_code_unknown' } : reply,
    );
    if (reply.ok) onFoundNow({ ...reply.value, code: whole });
  }, []);

  useEffect(() => {
    const whole = unitCodeFrom(scanned);
    if (isWholeUnitCode(whole)) void find(whole, onFound);
  }, [scanned, find, onFound]);

  function submit(event: FormEvent) {
    event.preventDefault();
    setShort(!isWholeUnitCode(code));
    if (isWholeUnitCode(code)) void find(code, onFound);
  }

  return (
    <RegisterFrame title={t('codeTitle')} help={t('codeHelp')}>
      <form className="plate" onSubmit={submit} noValidate>
        <TypedField
          label={t('codeLabel')}
          placeholder={t('codePlaceholder')}
          value={shownUnitCode(code)}
          error={isShort ? t('codeShort') : error}
          isFirst={scanned === ''}
          isCode
          onChange={(typed) => {
            setCode(unitCodeFrom(typed));
            setShort(false);
            setFailure(null);
          }}
        />
        <Button type="submit" disabled={isBusy}>
          {t(isBusy ? 'looking' : 'next')}
        </Button>
      </form>
    </RegisterFrame>
  );
}
