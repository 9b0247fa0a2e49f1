PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    session TEXT NOT NULL,
    seq INTEGER NOT NULL,
    boot_ms INTEGER NOT NULL,
    wall_utc TEXT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (session, seq)
);
INSERT INTO "event" VALUES(1,'20261120T201500Z-1a2b',1,60000,'2026-11-20T20:16:00+00:00','begin','{"routine": "headband", "title": "Headband", "planned_ms": 240000, "side": "right", "spot": "temple", "time_zone": "+01:00", "program_version": "0.1.0"}');
INSERT INTO "event" VALUES(2,'20261120T201500Z-1a2b',2,120000,'2026-11-20T20:17:00+00:00','before','{"pain": 6, "tightness": 7, "stress": 4}');
INSERT INTO "event" VALUES(3,'20261120T201500Z-1a2b',3,180000,'2026-11-20T20:18:00+00:00','at','{"position": 60000, "done_ms": 60000}');
INSERT INTO "event" VALUES(4,'20261120T201500Z-1a2b',4,240000,'2026-11-20T20:19:00+00:00','change','{"does": "ease_off", "at": 61000, "target": "temple"}');
INSERT INTO "event" VALUES(5,'20261120T201500Z-1a2b',5,300000,'2026-11-20T20:20:00+00:00','end','{"ended": "finished", "done_ms": 240000}');
INSERT INTO "event" VALUES(6,'20261120T201500Z-1a2b',6,360000,'2026-11-20T20:21:00+00:00','after','{"pain": 3, "tightness": 4, "stress": 3, "overall": "better"}');
INSERT INTO "event" VALUES(7,'20261120T201500Z-1a2b',7,420000,'2026-11-20T20:22:00+00:00','note','{"text": "After a long day; it''s better."}');
INSERT INTO "event" VALUES(8,'20261121T090000Z-3c4d',1,60000,'2026-11-21T09:16:00+00:00','begin','{"routine": "desk-break", "title": "Desk break", "planned_ms": 180000, "time_zone": "+01:00", "program_version": "0.1.0"}');
INSERT INTO "event" VALUES(9,'20261121T090000Z-3c4d',2,120000,'2026-11-21T09:17:00+00:00','at','{"position": 30000, "done_ms": 30000}');
INSERT INTO "event" VALUES(10,'days',1,0,'2026-11-20T20:15:00+00:00','day','{"date": "2026-11-20", "headache": true, "medicine": true}');
COMMIT;
