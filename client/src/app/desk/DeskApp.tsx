import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useMemo } from 'react';
import { Route, Switch } from 'wouter';
import SetupPage from '../../features/account/SetupPage';
import SignInPage from '../../features/account/SignInPage';
import TakeRemotePage from '../../features/host/TakeRemotePage';
import '../../lib/error-words-contest';
import '../../lib/error-words-desk';
import '../../lib/error-words-register';
import { useLanguage } from '../../lib/i18n';
import { useMedia } from '../../lib/use-media';
import '../../ui/desk.css';
import { SignedInRoutes } from './SignedInRoutes';
import { deskTheme } from './theme';
import { useSession } from './use-session';

/** Everything that organisers and admins use; the only part of the client that loads antd. */
export default function DeskApp() {
  const [language] = useLanguage();
  const isDark = useMedia('(prefers-color-scheme: dark)');
  const isStill = useMedia('(prefers-reduced-motion: reduce)');
  const theme = useMemo(() => deskTheme({ isDark, isStill }), [isDark, isStill]);
  const session = useSession();
  return (
    <ConfigProvider locale={language === 'zh' ? zhCN : enUS} theme={theme} button={{ autoInsertSpace: false }}>
      <AntApp className="dk-app" message={{ top: 76, duration: 4 }}>
        <Switch>
          <Route path="/setup">
            <SetupPage onSignedIn={session.setMe} />
          </Route>
          <Route path="/sign-in">
            <SignInPage me={session.me} onSignedIn={session.setMe} />
          </Route>
          <Route path="/remote/:code">
            {({ code }) => <TakeRemotePage code={code} onConfirmed={session.reload} />}
          </Route>
          <Route>
            <SignedInRoutes session={session} />
          </Route>
        </Switch>
      </AntApp>
    </ConfigProvider>
  );
}
