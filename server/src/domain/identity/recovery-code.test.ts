import { describe, expect, it } from '@jest/globals';
import { shownRecoveryCode, typedRecoveryCode } from './recovery-code.js';

describe('a recovery code', () => {
  it('is shown in groups and read back however it was typed', () => {
    const shown = shownRecoveryCode('K7MQ2RXAB3CD');
    expect(shown).toBe('K7MQ-2RXA-B3CD');
    for (const typed of [shown, 'k7mq 2rxa b3cd', 'Ｋ７ＭＱ２ＲＸＡＢ３ＣＤ', ' K7MQ2RXAB3CD '])
      expect(typedRecoveryCode(typed)).toBe('K7MQ2RXAB3CD');
  });

  it('is none when it has another length', () => {
    for (const typed of ['', 'K7MQ-2RXA', 'K7MQ-2RXA-B3CD-E', '———']) expect(typedRecoveryCode(typed)).toBeNull();
  });
});
