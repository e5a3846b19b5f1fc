import { Route, Switch } from 'wouter';
import '../../lib/error-words-contest';
import '../../lib/error-words-register';
import '../../ui/phone.css';
import { BoardsPage } from './BoardsPage';
import { CertificatePage } from './CertificatePage';
import { OwnGate } from './components/OwnGate';
import './contest.css';
import { ContestsPage } from './ContestsPage';
import { HomePage } from './HomePage';
import { PaperPage } from './PaperPage';
import { PracticePage } from './PracticePage';
import { ResultPage } from './ResultPage';

/** Everything below `/contests`: pages of a registered person. */
export default function ContestApp() {
  return (
    <OwnGate>
      {(token) => (
        <Switch>
          <Route path="/contests">
            <ContestsPage token={token} />
          </Route>
          <Route path="/contests/:contestId">{({ contestId }) => <HomePage {...{ token, contestId }} />}</Route>
          <Route path="/contests/:contestId/boards">
            {({ contestId }) => <BoardsPage {...{ token, contestId }} />}
          </Route>
          <Route path="/contests/:contestId/practice">
            {({ contestId }) => <PracticePage {...{ token, contestId }} />}
          </Route>
          <Route path="/contests/:contestId/certificate">
            {({ contestId }) => <CertificatePage {...{ token, contestId }} />}
          </Route>
          <Route path="/contests/:contestId/papers/:attemptId">
            {({ contestId, attemptId }) => <PaperPage key={attemptId} {...{ token, contestId, attemptId }} />}
          </Route>
          <Route path="/contests/:contestId/results/:attemptId">
            {({ contestId, attemptId }) => <ResultPage key={attemptId} {...{ token, contestId, attemptId }} />}
          </Route>
        </Switch>
      )}
    </OwnGate>
  );
}
