import { App as AntApp } from 'antd';
import { bankImportRoutes } from '@anquanli/contract/bank-imports';
import { call } from '../../../lib/api-client';
import { errorText, errorWords } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { useOrder } from '../../../lib/use-call';
import { writeLeftOut } from '../model/left-out';
import { common } from '../words-common';

/** Asks, and throws an import away. */
export function useRemoveImport(onRemoved: (importId: string) => void) {
  const t = useWords(common);
  const e = useWords(errorWords);
  const { modal, message } = AntApp.useApp();
  const { give, isBusy } = useOrder();
  async function remove(importId: string, name: string) {
    await give(async () => {
      const outcome = await call(bankImportRoutes.remove, { params: { importId } });
      if (outcome.ok || outcome.code === 'not_found') {
        writeLeftOut(importId, []);
        void message.success(t('removed', { name }));
        onRemoved(importId);
      } else void message.error(errorText(e, outcome));
      return outcome;
    });
  }
  return {
    isBusy,
    ask({ id, name }: { readonly id: string; readonly name: string }) {
      void modal.confirm({
        title: t('removeTitle', { name }),
        content: t('removeText'),
        icon: null,
        okText: t('removeButton'),
        okButtonProps: { danger: true, type: 'default' },
        cancelText: t('keepIt'),
        autoFocusButton: 'cancel',
        onOk: () => remove(id, name),
      });
    },
  };
}
