import { Route, Switch } from 'wouter';
import type { Account } from '@anquanli/contract/identity';
import PeoplePage from './PeoplePage';
import PostersPage from './PostersPage';
import './units.css';
import RosterPage from './RosterPage';
import UnitImportPage from './UnitImportPage';
import UnitsPage from './UnitsPage';

/** Units and people; captains see the own subtree. */
export default function UnitRoutes({ account }: { account: Account }) {
  return (
    <Switch>
      <Route path="/units/people">
        <PeoplePage account={account} />
      </Route>
      <Route path="/units/import">
        <UnitImportPage />
      </Route>
      <Route path="/units/:unitId/roster">{({ unitId }) => <RosterPage key={unitId} unitId={unitId} />}</Route>
      <Route path="/units/:unitId/posters">{({ unitId }) => <PostersPage key={unitId} unitId={unitId} />}</Route>
      <Route>
        <UnitsPage account={account} />
      </Route>
    </Switch>
  );
}
