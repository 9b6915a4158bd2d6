import GRDB

/// The catalog's tables.
///
/// A migration that has left the house is never edited.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 batches") { db in try db.execute(sql: first) }
        migrator.registerMigration("2 profile releases") { db in try db.execute(sql: second) }
        migrator.registerMigration("note: who operates") { db in try db.execute(sql: operators) }
        migrator.registerMigration("row seals") { db in
            try db.execute(sql: seals)
            try RowSeal.sealAll(in: db, tables: RowSeal.firstTables)
        }
        migrator.registerMigration("intake") { db in try db.execute(sql: intake) }
        migrator.registerMigration("sheet ledger") { db in try db.execute(sql: sheetLedger) }
        migrator.registerMigration("seals of feeds, counts and uploads") { db in
            for table in RowSeal.intakeTables { try db.execute(sql: "ALTER TABLE \(table) ADD COLUMN seal TEXT") }
            try RowSeal.sealAll(in: db, tables: RowSeal.intakeTables)
        }
        return migrator
    }

    private static let first = """
        CREATE TABLE profileVersion (
            digest TEXT PRIMARY KEY, name TEXT NOT NULL, version TEXT NOT NULL, source TEXT NOT NULL) STRICT;

        CREATE TABLE batch (
            id TEXT PRIMARY KEY, folder TEXT NOT NULL, profileDigest TEXT NOT NULL REFERENCES profileVersion (digest),
            channel TEXT NOT NULL, source TEXT NOT NULL, state TEXT NOT NULL, heldFrom TEXT, hold TEXT,
            created REAL NOT NULL, changed REAL NOT NULL, lease TEXT) STRICT;
        CREATE INDEX batchByState ON batch (state, created);

        CREATE TABLE input (
            batch TEXT NOT NULL REFERENCES batch (id), number INTEGER NOT NULL, name TEXT NOT NULL, file TEXT NOT NULL,
            sha256 TEXT NOT NULL, sizeInBytes INTEGER NOT NULL, outcome TEXT NOT NULL, format TEXT,
            pageCount INTEGER NOT NULL, problem TEXT, findings TEXT NOT NULL, claim TEXT,
            PRIMARY KEY (batch, number)) STRICT;
        CREATE INDEX inputByClaim ON input (claim) WHERE claim IS NOT NULL;

        CREATE TABLE page (
            batch TEXT NOT NULL REFERENCES batch (id), number INTEGER NOT NULL, input INTEGER,
            inputPage INTEGER NOT NULL, file TEXT NOT NULL, format TEXT NOT NULL, state TEXT NOT NULL,
            attempts INTEGER NOT NULL, role TEXT, summary TEXT,
            PRIMARY KEY (batch, number)) STRICT;

        CREATE TABLE document (
            id TEXT PRIMARY KEY, batch TEXT NOT NULL REFERENCES batch (id), number INTEGER NOT NULL,
            state TEXT NOT NULL, indexed TEXT NOT NULL, deliveryID TEXT NOT NULL UNIQUE, sha256 TEXT, receipt TEXT,
            attempts INTEGER NOT NULL, nextAttempt REAL, problem TEXT,
            UNIQUE (batch, number)) STRICT;
        CREATE INDEX documentByState ON document (state, nextAttempt);

        CREATE TABLE scanRequest (
            id TEXT PRIMARY KEY, device TEXT NOT NULL, profile TEXT NOT NULL, state TEXT NOT NULL, batch TEXT,
            problem TEXT, created REAL NOT NULL) STRICT;

        CREATE TABLE audit (
            number INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
            object TEXT NOT NULL, detail TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
        """

    /// What people did with versions of profiles, only ever added to.
    private static let second = """
        CREATE TABLE profileEvent (
            number INTEGER PRIMARY KEY, digest TEXT NOT NULL REFERENCES profileVersion (digest), action TEXT NOT NULL,
            actor TEXT NOT NULL, at REAL NOT NULL) STRICT;
        CREATE INDEX batchByProfile ON batch (profileDigest, created);
        """

    /// Feeds of a batch, where pages stand in it, which of them count no more, and how many sheets there should be.
    ///
    /// `place` orders the pages of a batch; where it is null, the number does.
    private static let sheetLedger = """
        CREATE TABLE feed (
            batch TEXT NOT NULL REFERENCES batch (id), number INTEGER NOT NULL, request TEXT, plan TEXT NOT NULL,
            started INTEGER NOT NULL, outcome TEXT, findings TEXT NOT NULL, begun REAL NOT NULL,
            PRIMARY KEY (batch, number)) STRICT;
        CREATE TABLE sheetCount (
            batch TEXT PRIMARY KEY REFERENCES batch (id), expected TEXT, accepted TEXT) STRICT;
        ALTER TABLE page ADD COLUMN feed INTEGER;
        ALTER TABLE page ADD COLUMN place INTEGER;
        ALTER TABLE page ADD COLUMN isBack INTEGER;
        ALTER TABLE page ADD COLUMN removal TEXT;
        ALTER TABLE scanRequest ADD COLUMN wish TEXT;
        CREATE INDEX scanRequestByState ON scanRequest (device, state, created);
        """

    /// Who captured a batch, and whom a pseudonym in a transfer note stands for; the index finds what was done to a batch.
    private static let operators = """
        ALTER TABLE batch ADD COLUMN operatedBy TEXT;
        ALTER TABLE scanRequest ADD COLUMN actor TEXT;
        CREATE TABLE operator (
            pseudonym TEXT PRIMARY KEY, account TEXT UNIQUE, name TEXT NOT NULL, since REAL NOT NULL) STRICT;
        CREATE INDEX auditByObject ON audit (object, number);
        """

    /// Digests of rows and files, for telling damage; see `RowSeal`.
    private static let seals = """
        ALTER TABLE profileVersion ADD COLUMN seal TEXT;
        ALTER TABLE profileEvent ADD COLUMN seal TEXT;
        ALTER TABLE batch ADD COLUMN seal TEXT;
        ALTER TABLE input ADD COLUMN seal TEXT;
        ALTER TABLE page ADD COLUMN seal TEXT;
        ALTER TABLE page ADD COLUMN digests TEXT;
        ALTER TABLE document ADD COLUMN seal TEXT;
        ALTER TABLE scanRequest ADD COLUMN seal TEXT;
        ALTER TABLE operator ADD COLUMN seal TEXT;
        """

    /// Whose mail a batch is, what came with a file, which files are equal, and what programs handed in under which key.
    private static let intake = """
        ALTER TABLE batch ADD COLUMN tenant TEXT;
        ALTER TABLE input ADD COLUMN context TEXT;
        CREATE INDEX inputByDigest ON input (sha256);

        CREATE TABLE upload (
            batch TEXT PRIMARY KEY REFERENCES batch (id), account TEXT NOT NULL, key TEXT, files INTEGER,
            UNIQUE (account, key)) STRICT;
        """
}
