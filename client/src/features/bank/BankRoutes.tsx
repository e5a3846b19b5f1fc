import { Redirect, Route, Switch } from 'wouter';
import './bank.css';
import './editor.css';
import QuestionPage from './QuestionPage';
import QuestionsPage from './QuestionsPage';
import MediaPage from './MediaPage';
import RegistryPage from './RegistryPage';
import ReviewPage from './ReviewPage';
import SetsPage from './SetsPage';
import VersionsPage from './VersionsPage';

/** The pages of the question bank. Organisers read, admins write. Names of pages come before names of sets. */
export default function BankRoutes({ isAdmin }: { isAdmin: boolean }) {
  return (
    <Switch>
      <Route path="/bank">
        <SetsPage isAdmin={isAdmin} />
      </Route>
      <Route path="/bank/registry">
        <RegistryPage isAdmin={isAdmin} />
      </Route>
      <Route path="/bank/:setId">{({ setId }) => <QuestionsPage key={setId} setId={setId} isAdmin={isAdmin} />}</Route>
      <Route path="/bank/:setId/review">
        {({ setId }) => <ReviewPage key={setId} setId={setId} isAdmin={isAdmin} />}
      </Route>
      <Route path="/bank/:setId/versions">
        {({ setId }) => <VersionsPage key={setId} setId={setId} isAdmin={isAdmin} />}
      </Route>
      <Route path="/bank/:setId/media">
        {({ setId }) => <MediaPage key={setId} setId={setId} isAdmin={isAdmin} />}
      </Route>
      <Route path="/bank/:setId/questions/:questionId">
        {({ setId, questionId }) => (
          <QuestionPage
            key={`${setId} ${questionId}`}
            setId={setId}
            questionId={questionId === 'new' ? null : questionId}
            isAdmin={isAdmin}
          />
        )}
      </Route>
      <Route>
        <Redirect to="/bank" replace />
      </Route>
    </Switch>
  );
}
