using System.Text.Json.Nodes;
using Hss.Drill.Check;
using Hss.Drill.Record;
using Hss.Grains.Entities.Journal;
using Hss.Silo.Audit;

namespace Hss.Tests.Unit.Drill;

/// <summary>
/// What callers, robots and mailboxes were told, and what is stored, of a run without a fault: a booking, an order of two lines and one called off, an asset,
/// two queues, a delivery whose first robot was lost.
/// </summary>
internal sealed class SmallRun
{
    /// <summary>What lists are to find title K1 by.</summary>
    public static readonly EntityListing Loan = new(
        new("ann", "out", " gosta berling", """{"year":1891,"rating":4.50}"""),
        [new("borrower", "ann"), new("isbn", "9789100000000", Unique: true)],
        new DateTimeOffset(2026, 11, 1, 0, 0, 30, TimeSpan.Zero));

    private long _clock;

    public SmallRun()
    {
        Write("b1", "booking", "B1", "booking.submitted", """{"customer_name":"b1"}""", new ToldFact("customer_name", "b1"));
        Write("b2", "booking", "B1", "booking.approved", "{}");
        Write("b3", "booking", "B1", "booking.payment_captured", """{"reference":"PAY-1"}""", new ToldFact("reference", "PAY-1"));

        Add("stock", "1", "stock.adjusted", """{"difference":10}""");
        Add("stock", "2", "stock.adjusted", """{"difference":5}""");
        Order("o1", "9", ("1", 2), ("2", 1));
        Order("o2", "10", ("1", 1));
        Write("o3", "order", "10", "order.cancelled", """{"return":"r"}""");
        Add("stock", "1", "stock.return_held", """{"hold":"r","quantity":1}""");
        Add("stock", "1", "stock.confirmed", """{"holds":[{"hold":"r","quantity":1,"is_return":true}]}""");
        Stocks = [new("1", 8, 0, 2, 10), new("2", 4, 0, 1, 5)];

        Write("a1", "asset", "A1", "asset.created", """{"tag":"SRS-1"}""", new ToldFact("tag", "SRS-1"));
        Add("asset", "A1", "asset.assigned", """{"from":null,"to":"ann"}""");
        Add("asset", "A1", "asset.unassigned", """{"from":"ann"}""");

        Add("queue", "1", "resource.added", """{"capacity":1}""");
        foreach (var n in (int[])[1, 2, 3])
            Write($"q{n}", "queue", "1", "reservation.requested", $$"""{"reservation":{{n}}}""", new ToldFact("reservation", $"{n}"));
        foreach (var n in (int[])[1, 2, 3])
        {
            Add("queue", "1", "reservation.approved", $$"""{"reservation":{{n}},"token":{{n}}}""");
            Add("queue", "1", "reservation.ended", $$$"""{"ended":{"id":{{{n}}}},"how":"released"}""");
        }

        Add("book", "K1", "book.added", """{"facts":{"copies":1}}""");
        Add("book", "K1", "book.copy_reserved", """{"delivery_id":"d1"}""");
        Add("book", "K1", "book.reader_queued", """{"delivery_id":"d2"}""");
        Add("book", "K1", "book.reader_queued", """{"delivery_id":"d3"}""");
        Add("book", "K1", "book.return_announced", """{"delivery_id":"d1","return_id":"r1"}""");
        Add("book", "K1", "book.copy_returned", """{"return_id":"r1"}""");
        Add("book", "K1", "book.copy_granted", """{"delivery_id":"d2"}""");
        Add("notification", "N1", "notification.made", """{"account_id":"ann","title":"Your book","at":"2026-11-01T00:00:00Z"}""");
        Add("notification", "N2", "notification.made", """{"account_id":"ann","title":"Book reserved","email":true,"at":"2026-11-01T00:00:00Z"}""");

        Add("workflow", "W1", "workflow.requested", """{"asset_id":"A1","type":"checkout"}""");
        Add("workflow", "W1", "workflow.approved", "{}");
        Delivery();
        Mails.AddRange(
        [
            new("m1", "cy@example.org", "Invoice INV-2026-000001 for your order 9"),
            new("m1", "cy@example.org", "Invoice INV-2026-000001 for your order 9"),
            new("m2", "cy@example.org", "Invoice INV-2026-000002 for your order 10"),
            new("m3", "max@example.org", "[SAMS] 반출 요청 / New checkout request: SRS-1"),
            new("m4", "ann@example.org", "[SAMS] 반출 요청 승인 / Your checkout request was approved: SRS-1"),
            new("m5", "ann@example.org", "[LUNA] Book reserved"),
        ]);
    }

    public List<ToldWrite> Told { get; } = [];

    public List<StoredEvent> Events { get; } = [];

    public List<StoredStock> Stocks { get; }

    public List<ToldTask> Tasks { get; } = [];

    public List<TakenMail> Mails { get; } = [];

    public List<FailedCall> Failures { get; } = [];

    public List<string> Log { get; } =
    [
        """{"at":"2026-11-01T00:00:00Z","level":"Warning","category":"Hss.Silo.DueWork.DueWorker","message":"Due work waits"}""",
        """{"at":"2026-11-01T00:00:00Z","level":"Error","category":"Hss.Silo.Journal.CommitPipeline","message":"A batch of 7 commits failed"}""",
    ];

    public string? Broken { get; set; }

    /// <summary>What lists do find title K1 by.</summary>
    public EntityListing Listed { get; set; } = Loan;

    public IEnumerable<Finding> Check() => Checker.Check(
        new(Told, Tasks, Mails, Failures) { Log = Log },
        new([.. Events], [.. Stocks], Broken) { Lists = new(1, Listed.Links.Length, [.. ListComparison.Find(new("book", "K1"), Loan, Listed)]) });

    /// <summary>Changes one event, and leaves its hashes: only what it says is wrong then.</summary>
    public void Change(string type, Func<StoredEvent, bool> which, Func<StoredEvent, StoredEvent> change)
    {
        var at = Events.FindIndex(e => e.Type == type && which(e));
        Events[at] = change(Events[at]);
    }

    /// <summary>One more event at the end of an entity's chain.</summary>
    public void Add(string kind, string id, string type, string data, string requestId = "settle")
    {
        var before = Events.LastOrDefault(e => e.Kind == kind && e.Id == id);
        var version = (before?.Version ?? 0) + 1;
        Events.Add(new(Events.Count + 1, kind, id, version, type, requestId, JsonNode.Parse(data)!, before?.Hash ?? "", $"{kind}/{id}/{version}"));
    }

    // Robot R1 has it, is lost with it, and comes back; robot R2 carries it out.
    private void Delivery()
    {
        Write("l1", "delivery", "D1", "delivery.book_requested", """{"book_id":"K1"}""", new ToldFact("book_id", "K1"));
        Write("l2", "delivery", "D1", "delivery.book_placed", "{}");
        Assigned("R1", 1);
        Add("robot", "R1", "robot.task_lost", """{"delivery":"D1","fencing_token":1}""");
        Add("delivery", "D1", "delivery.task_returned", """{"fencing_token":2}""");
        Assigned("R2", 3);
        Add("delivery", "D1", "delivery.started", "{}");
        Add("delivery", "D1", "delivery.task_completed", "{}");
        Add("robot", "R2", "robot.released", """{"delivery":"D1","fencing_token":3}""");
        Write("l3", "delivery", "D1", "delivery.completed", "{}");
        Add("notification", "N3", "notification.made", """{"account_id":"ann","title":"Request received","subject":{"request_id":"D1","task_id":"D1"}}""");
        Add("notification", "N4", "notification.made", """{"account_id":"ann","title":"Request completed","subject":{"request_id":"D1","task_id":"D1"}}""");
        Tasks.Add(new("R2", "D1", 3) { Done = true });
    }

    private void Assigned(string robot, long token)
    {
        Add("delivery", "D1", "delivery.assigned", $$"""{"robot_id":"{{robot}}","fencing_token":{{token}}}""");
        Add("robot", robot, "robot.assigned", $$"""{"delivery":"D1","fencing_token":{{token}}}""");
        Tasks.Add(new(robot, "D1", token));
    }

    private void Order(string key, string id, params (string Product, int Quantity)[] lines)
    {
        foreach (var (product, quantity) in lines)
            Add("stock", product, "stock.held", $$"""{"hold":"{{key}}","quantity":{{quantity}}}""", key);
        var stored = string.Join(',', lines.Select(l => $$"""{"product_id":"{{l.Product}}","quantity":{{l.Quantity}}}"""));
        Write(key, "order", id, "order.placed", $$"""{"lines":[{{stored}}]}""", new ToldFact("lines.0.quantity", $"{lines[0].Quantity}"));
        foreach (var (product, quantity) in lines)
            Add("stock", product, "stock.confirmed", $$"""{"holds":[{"hold":"{{key}}","quantity":{{quantity}},"is_return":false}]}""");
    }

    private void Write(string key, string kind, string id, string type, string data, params ToldFact[] facts)
    {
        Add(kind, id, type, data, key);
        Told.Add(new(key, type, WriteOutcome.Acknowledged) { Kind = kind, Ids = [id], Event = type, Facts = [.. facts], SentAt = ++_clock, AnsweredAt = ++_clock });
    }
}
