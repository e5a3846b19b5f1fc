import { Redirect, Route, Switch } from 'wouter';
import type { Account } from '@anquanli/contract/identity';
import './contest-desk.css';
import { EditorPage } from './EditorPage';
import { ListPage } from './ListPage';
import { WatchPage } from './WatchPage';

/** Contests at the desk; captains see the own subtree and change nothing. */
export default function ContestDeskRoutes({ account }: { account: Account }) {
  const mayManage = account.role !== 'captain';
  return (
    <Switch>
      <Route path="/desk/contests">
        <ListPage account={account} />
      </Route>
      {mayManage && (
        <Route path="/desk/contests/new">
          <EditorPage contestId={null} />
        </Route>
      )}
      {mayManage && (
        <Route path="/desk/contests/:contestId/settings">
          {({ contestId }) => <EditorPage key={contestId} contestId={contestId} />}
        </Route>
      )}
      <Route path="/desk/contests/:contestId/*?">
        {({ contestId }) => <WatchPage key={contestId} contestId={contestId} account={account} />}
      </Route>
      <Route>
        <Redirect to="/desk/contests" replace />
      </Route>
    </Switch>
  );
}
