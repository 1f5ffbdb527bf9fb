import type { Access } from "./access.ts";

/**
 * What the portal may do, one line per thing that its pages ask. `test/infra/portal-permissions.test.ts` runs the portal under exactly these: a page
 * that needs more is refused there and gets its line here; a line that no page uses any more is named there too.
 */
export const portalAccess: readonly Access[] = [
  // Who sent something at all. Nothing is read of it: the malware scan and the pipeline come first.
  { to: "deliveries", may: ["ListBucket"] },
  // Signs the form by which a browser sends its file, and keeps what is sent through the API. IAM cannot say "below the prefix of the body that is
  // signed in": the signed form does, and `core/access.ts` decides who gets one.
  { to: "deliveries", may: ["PutObject"] },
  // What is published, and the merged scores it was made of, for a choice that the published tables do not have. A page without a publication, a
  // receipt that is still being made: absent is an answer, hence ListBucket.
  { to: "figures", may: ["GetObject", "ListBucket"], under: "published/" },
  // Dossiers of reviews; one that is being made is absent.
  { to: "figures", may: ["GetObject", "ListBucket"], under: "reviews/" },
  { to: "receipts", may: ["GetObject", "ListBucket"] },
  { to: "catalogue", may: ["GetObject", "ListBucket"] },
  // An administrator puts a catalogue in force.
  { to: "catalogue", may: ["PutObject"] },
  // Texts of a report, for the body that wrote them and for policy staff.
  { to: "reports", may: ["GetObject", "ListBucket"] },
  { to: "table", may: ["GetItem", "PutItem", "UpdateItem", "DeleteItem"], partitions: ["SESSION#*"] },
  // Of whom a session is, so that all sessions of a person can be ended.
  { to: "table", may: ["PutItem", "GetItem", "Query"], partitions: ["PERSON#*"] },
  // What administrators did about people: written before, closed after, never taken away.
  { to: "table", may: ["Query", "PutItem", "UpdateItem"], partitions: ["PEOPLE"] },
  { to: "table", may: ["Query"], partitions: ["DELIVERIES#*"] },
  { to: "table", may: ["Query", "GetItem"], partitions: ["REPORT#*"] },
  { to: "table", may: ["GetItem", "PutItem"], partitions: ["UPLOADS#*"] },
  { to: "table", may: ["GetItem", "Query", "PutItem", "DeleteItem"], partitions: ["MACHINES"] },
  { to: "table", may: ["Query", "PutItem"], partitions: ["DECISIONS"] },
  // The committee closes a review.
  { to: "table", may: ["Query", "GetItem", "UpdateItem"], partitions: ["REVIEWS"] },
  // A person reads his own mails, and says whether he wants digests: also by the link in a mail, whose key it may read and not make.
  { to: "table", may: ["Query", "GetItem"], partitions: ["MAILS#*"] },
  { to: "table", may: ["GetItem", "PutItem"], partitions: ["MAILCHOICES"] },
  { to: "table", may: ["GetItem"], partitions: ["MAILKEY"] },
  // Who was reminded.
  { to: "table", may: ["Query"], partitions: ["NOTIFIED"] },
  // Yearly reports that policy staff made public: their files are written once, under the hash of their bytes.
  { to: "figures", may: ["GetObject", "PutObject"], under: "yearly-reports/" },
  { to: "table", may: ["Query", "GetItem", "PutItem"], partitions: ["DRAFTS"] },
  { to: "table", may: ["Query", "PutItem"], partitions: ["YEARLYREPORTS"] },
];
