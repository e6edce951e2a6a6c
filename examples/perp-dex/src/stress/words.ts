// What the panel says. Figures come ready for reading; sentences are made here, for each language orders them its own way.
import type { Words } from '../words/useWords.ts';

const en = {
  title: 'Stress test',
  about: 'This chain is your own: break the market, and watch what covers it.',
  outdated: 'The chain does not answer: figures are from before.',
  price: 'Price',
  openDeficit: 'Open deficit',
  epoch: 'Epoch',
  epochEnds: (number: string, time: string) => `${number}, ends in ${time}`,
  unknown: 'Not read yet',
  keeper: 'Keeper',
  market: 'Market',

  depth: 'Fall by',
  depthOf: (percent: string) => `${percent} %`,
  crash: 'Crash the price',
  loss: 'Loss',
  absorbs: (amount: string) => `${amount} of it from the market’s own margin`,
  lose: 'Force a deficit',
  report: 'Report as keeper',
  settle: 'Settle premiums',
  nextEpoch: 'Next epoch',
  unlock: 'Unlock deposits',
  fund: 'Get test funds',

  crashed: (market: string, percent: string, price: string) => `${market} fell ${percent} % to ${price}.`,
  lost: (market: string, loss: string, absorbed: string, open: string) =>
    `Liquidations in ${market} left a loss of ${loss}, of which its own margin absorbed ${absorbed}. Open now: ${open}.`,
  nothingOpen: (market: string) => `Nothing is open in ${market}: there was nothing to report.`,
  noClaim: (market: string, threshold: string) =>
    `The keeper reported what is open in ${market}. It is not above ${threshold}, so it is no claim.`,
  reported: (market: string, deficit: string, covered: string, uncovered: string) =>
    `The keeper reported a deficit of ${deficit} in ${market}: the pool covers ${covered}, uncovered ${uncovered}.`,
  nothingDue: (market: string) => `${market} is settled, scored and priced for this epoch: nothing was due.`,
  settled: (market: string, premium: string) => `The keeper settled ${market}: ${premium} of premium went to the pool.`,
  epochBegan: (market: string, epoch: string) => `Epoch ${epoch} of ${market} has begun.`,
  unlocked: (market: string, count: string, epoch: string) =>
    `${count} epochs have passed: it is epoch ${epoch} of ${market}, and what was deposited before is unlocked.`,
  funded: (amount: string, wallet: string) => `${amount} came to ${wallet}, for tests only.`,
  keeperOn: 'The keeper works again: it reports, settles, scores and pays.',
  keeperOff: 'The keeper has stopped: a deficit stays open until somebody else reports it.',
  marketOn: 'The market moves again.',
  marketOff: 'The market stands still: its price stays, and no fee comes.',

  failed: {
    crash: 'The price was not crashed.',
    lose: 'No deficit was made.',
    report: 'Nothing was reported.',
    settle: 'Nothing was settled.',
    nextEpoch: 'No epoch has passed.',
    unlock: 'Nothing was unlocked.',
    fund: 'No funds came.',
    keeper: 'The keeper is as it was.',
    market: 'The market is as it was.',
  },
  unreachable: (url: string) =>
    `The chain at ${url} does not answer. See whether npm start still runs, then try again.`,
  refused: (reason: string) => `The chain refused: ${reason}. Change what you asked for, then try again.`,
  elsewhere: (reason: string) => `The chain refused: ${reason}. Open this page at localhost.`,
  broken: (reason: string) => `The chain could not: ${reason}. See what npm start has printed, then try again.`,
  notRead: 'The market has not been read yet. Try again in a moment.',
  noWallet: 'There is no wallet to send them to. Connect one, then try again.',
  noAmount: 'The loss is no amount above zero that the chain can count. Write one like 120,000, then try again.',
};

const ar: typeof en = {
  title: 'اختبار الضغط',
  about: 'هذه السلسلة لك وحدك: أسقِط السوق وشاهد ما يغطّي خسارته.',
  outdated: 'السلسلة لا تجيب: الأرقام مما سبق.',
  price: 'السعر',
  openDeficit: 'العجز القائم',
  epoch: 'الدورة',
  epochEnds: (number, time) => `${number}، تنتهي بعد ${time}`,
  unknown: 'لم يُقرأ بعد',
  keeper: 'المُشغِّل',
  market: 'السوق',

  depth: 'مقدار الهبوط',
  depthOf: (percent) => `${percent}٪`,
  crash: 'أسقِط السعر',
  loss: 'الخسارة',
  absorbs: (amount) => `منها ${amount} من هامش السوق نفسه`,
  lose: 'أحدِث عجزًا',
  report: 'أبلِغ بصفة المُشغِّل',
  settle: 'سوِّ الأقساط',
  nextEpoch: 'الدورة التالية',
  unlock: 'افتح قفل الودائع',
  fund: 'احصل على رصيد تجريبي',

  crashed: (market, percent, price) => `هبط ${market} بنسبة ${percent}٪ إلى ${price}.`,
  lost: (market, loss, absorbed, open) =>
    `خلّفت التصفيات في ${market} خسارة قدرها ${loss}، امتصّ هامش السوق منها ${absorbed}. القائم الآن: ${open}.`,
  nothingOpen: (market) => `لا عجز قائمًا في ${market}: لم يكن هناك ما يُبلَّغ عنه.`,
  noClaim: (market, threshold) => `أبلغ المُشغِّل عن القائم في ${market}. وهو لا يتجاوز ${threshold}، فليس مطالبة.`,
  reported: (market, deficit, covered, uncovered) =>
    `أبلغ المُشغِّل عن عجز قدره ${deficit} في ${market}: يغطّي الصندوق ${covered}، وغير المغطّى ${uncovered}.`,
  nothingDue: (market) => `سُوّي ${market} وقُيِّم وسُعِّر لهذه الدورة: لم يكن هناك ما يستحق.`,
  settled: (market, premium) => `سوّى المُشغِّل ${market}: ذهب إلى الصندوق ${premium} من الأقساط.`,
  epochBegan: (market, epoch) => `بدأت الدورة ${epoch} في ${market}.`,
  unlocked: (market, count, epoch) =>
    `عدد الدورات التي مرّت: ${count}. الدورة الآن ${epoch} في ${market}، وما أُودع قبلها فُتح قفله.`,
  funded: (amount, wallet) => `وصل ${amount} إلى ${wallet}، للتجربة فقط.`,
  keeperOn: 'عاد المُشغِّل إلى العمل: يُبلِّغ ويسوّي ويقيّم ويدفع.',
  keeperOff: 'توقّف المُشغِّل: يبقى العجز قائمًا إلى أن يبلّغ عنه غيره.',
  marketOn: 'عاد السوق إلى الحركة.',
  marketOff: 'السوق ساكن: يبقى السعر كما هو، ولا يصل رسم.',

  failed: {
    crash: 'لم يهبط السعر.',
    lose: 'لم يحدث عجز.',
    report: 'لم يُبلَّغ عن شيء.',
    settle: 'لم يُسوَّ شيء.',
    nextEpoch: 'لم تمرّ أي دورة.',
    unlock: 'لم يُفتح قفل شيء.',
    fund: 'لم يصل أي رصيد.',
    keeper: 'المُشغِّل كما كان.',
    market: 'السوق كما كان.',
  },
  unreachable: (url) => `السلسلة على ${url} لا تجيب. تحقّق من أن npm start ما زال يعمل، ثم حاول من جديد.`,
  refused: (reason) => `رفضت السلسلة: ${reason}. غيّر ما طلبته ثم حاول من جديد.`,
  elsewhere: (reason) => `رفضت السلسلة: ${reason}. افتح هذه الصفحة على localhost.`,
  broken: (reason) => `تعذّر ذلك على السلسلة: ${reason}. انظر ما طبعه npm start ثم حاول من جديد.`,
  notRead: 'لم يُقرأ السوق بعد. حاول من جديد بعد لحظة.',
  noWallet: 'لا توجد محفظة يُرسل إليها. اربط محفظة ثم حاول من جديد.',
  noAmount: 'الخسارة ليست مبلغًا أكبر من الصفر تستطيع السلسلة عدّه. اكتب مبلغًا مثل 120,000 ثم حاول من جديد.',
};

export const words: Words<typeof en> = { en, ar };

export type StressWords = typeof en;
