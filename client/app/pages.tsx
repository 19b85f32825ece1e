import { lazy, Suspense, type ReactNode } from 'react';
import { Route, Routes } from 'react-router';
import { withAllSentences } from '../lib/i18n';
import { Loading } from '../ui/states';

const Landing = lazy(async () => ({ default: (await import('./routes/landing')).Landing }));
const SignIn = lazy(async () => ({ default: (await withAllSentences(import('./routes/sign-in'))).SignIn }));
const SignInReturn = lazy(async () => ({
  default: (await withAllSentences(import('./routes/sign-in-return'))).SignInReturn,
}));
const Join = lazy(async () => ({ default: (await withAllSentences(import('./routes/join'))).Join }));
const Account = lazy(async () => ({ default: (await withAllSentences(import('./routes/account'))).Account }));
const Policy = lazy(async () => ({ default: (await withAllSentences(import('./routes/policy'))).Policy }));
const DyadHome = lazy(async () => ({ default: (await import('./routes/dyad-home')).DyadHome }));
const Charter = lazy(async () => ({ default: (await withAllSentences(import('./routes/charter'))).Charter }));
const Glossary = lazy(async () => ({ default: (await withAllSentences(import('./routes/glossary'))).Glossary }));
const Memory = lazy(async () => ({ default: (await withAllSentences(import('./routes/memory'))).Memory }));
const Record = lazy(async () => ({ default: (await withAllSentences(import('./routes/record'))).Record }));
const Fairness = lazy(async () => ({ default: (await withAllSentences(import('./routes/fairness'))).Fairness }));
const Transparency = lazy(async () => ({
  default: (await withAllSentences(import('./routes/transparency'))).Transparency,
}));
const Methods = lazy(async () => ({ default: (await withAllSentences(import('./routes/methods'))).Methods }));
const Verify = lazy(async () => ({ default: (await withAllSentences(import('./routes/verify'))).Verify }));
const RecordProof = lazy(async () => ({
  default: (await withAllSentences(import('./routes/record-proof'))).RecordProof,
}));
const Topic = lazy(async () => ({ default: (await import('./routes/topic')).Topic }));
const Thread = lazy(async () => ({ default: (await import('./routes/thread')).Thread }));
const CitedPost = lazy(async () => ({ default: (await withAllSentences(import('./routes/cited-post'))).CitedPost }));
const Desk = lazy(async () => ({ default: (await import('./routes/desk')).Desk }));
const OwnMember = lazy(async () => ({ default: (await withAllSentences(import('./routes/own-member'))).OwnMember }));
const PostTranslation = lazy(async () => ({
  default: (await withAllSentences(import('./routes/post-translation'))).PostTranslation,
}));
const Translations = lazy(async () => ({
  default: (await withAllSentences(import('./routes/translations'))).Translations,
}));
const OwnReports = lazy(async () => ({ default: (await import('./routes/own-reports')).OwnReports }));
const Notices = lazy(async () => ({ default: (await import('./routes/notices')).Notices }));
const Notice = lazy(async () => ({ default: (await import('./routes/notice')).Notice }));
const Stewards = lazy(async () => ({ default: (await withAllSentences(import('./routes/stewards'))).Stewards }));
const Wordlists = lazy(async () => ({ default: (await withAllSentences(import('./routes/wordlists'))).Wordlists }));
const Statements = lazy(async () => ({ default: (await withAllSentences(import('./routes/statements'))).Statements }));
const Statement = lazy(async () => ({ default: (await withAllSentences(import('./routes/statement'))).Statement }));
const StatementVersions = lazy(async () => ({
  default: (await withAllSentences(import('./routes/statement-versions'))).StatementVersions,
}));
const StatementHistory = lazy(async () => ({
  default: (await withAllSentences(import('./routes/statement-history'))).StatementHistory,
}));
const StatementSuggestions = lazy(async () => ({
  default: (await withAllSentences(import('./routes/statement-suggestions'))).StatementSuggestions,
}));
const StatementSuggestion = lazy(async () => ({
  default: (await withAllSentences(import('./routes/statement-suggestion'))).StatementSuggestion,
}));
const Ratified = lazy(async () => ({ default: (await withAllSentences(import('./routes/ratified'))).Ratified }));
const Commitments = lazy(async () => ({
  default: (await withAllSentences(import('./routes/commitments'))).Commitments,
}));
const CommitmentsDue = lazy(async () => ({
  default: (await withAllSentences(import('./routes/commitments-due'))).CommitmentsDue,
}));
const CommitmentDrafts = lazy(async () => ({
  default: (await withAllSentences(import('./routes/commitment-drafts'))).CommitmentDrafts,
}));
const Commitment = lazy(async () => ({
  default: (await withAllSentences(import('./routes/commitment'))).Commitment,
}));
const NotFound = lazy(async () => ({ default: (await import('./routes/not-found')).NotFound }));

/** The addresses of the site; each page is loaded when it is first opened. */
export function Pages(): ReactNode {
  return (
    <Suspense fallback={<Loading />}>
      <Routes>
        <Route path="/" element={<Landing />} />
        <Route path="/sign-in" element={<SignIn />} />
        <Route path="/sign-in/return" element={<SignInReturn />} />
        <Route path="/join" element={<Join />} />
        <Route path="/account" element={<Account />} />
        <Route path="/policy" element={<Policy />} />
        <Route path="/verify" element={<Verify />} />
        <Route path="/v" element={<Verify />} />
        <Route path="/d/:dyad" element={<DyadHome />} />
        <Route path="/d/:dyad/charter" element={<Charter />} />
        <Route path="/d/:dyad/glossary" element={<Glossary />} />
        <Route path="/d/:dyad/memory" element={<Memory />} />
        <Route path="/d/:dyad/record" element={<Record />} />
        <Route path="/d/:dyad/record/:entry" element={<RecordProof />} />
        <Route path="/d/:dyad/fairness" element={<Fairness />} />
        <Route path="/d/:dyad/transparency" element={<Transparency />} />
        <Route path="/d/:dyad/methods" element={<Methods />} />
        <Route path="/d/:dyad/topics/:topic" element={<Topic />} />
        <Route path="/d/:dyad/threads/:thread" element={<Thread />} />
        <Route path="/d/:dyad/posts/:post" element={<CitedPost />} />
        <Route path="/d/:dyad/posts/:post/translations/:language" element={<PostTranslation />} />
        <Route path="/d/:dyad/translations" element={<Translations />} />
        <Route path="/d/:dyad/statements" element={<Statements />} />
        <Route path="/d/:dyad/statements/:statement" element={<Statement />} />
        <Route path="/d/:dyad/statements/:statement/versions" element={<StatementVersions />} />
        <Route path="/d/:dyad/statements/:statement/history" element={<StatementHistory />} />
        <Route path="/d/:dyad/statements/:statement/suggestions" element={<StatementSuggestions />} />
        <Route path="/d/:dyad/statements/:statement/suggestions/:suggestion" element={<StatementSuggestion />} />
        <Route path="/d/:dyad/statements/:statement/ratified" element={<Ratified />} />
        <Route path="/d/:dyad/commitments" element={<Commitments />} />
        <Route path="/d/:dyad/commitments/due" element={<CommitmentsDue />} />
        <Route path="/d/:dyad/commitments/drafts" element={<CommitmentDrafts />} />
        <Route path="/d/:dyad/commitments/:commitment" element={<Commitment />} />
        <Route path="/d/:dyad/desk" element={<Desk />} />
        <Route path="/d/:dyad/notices" element={<Notices />} />
        <Route path="/d/:dyad/notices/:notice" element={<Notice />} />
        <Route path="/d/:dyad/me" element={<OwnMember />} />
        <Route path="/d/:dyad/reports" element={<OwnReports />} />
        <Route path="/d/:dyad/stewards" element={<Stewards />} />
        <Route path="/d/:dyad/wordlists" element={<Wordlists />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </Suspense>
  );
}
