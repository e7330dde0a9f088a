using Hss.Drill.Machines;
using Hss.Drill.Record;

namespace Hss.Drill.Load;

/// <summary>Who acts in a drill, and on what: everybody signed in, few things for many.</summary>
/// <param name="Loads">One a caller.</param>
/// <param name="Robots">Who carries what readers ask for.</param>
/// <param name="Products">The products whose books are checked.</param>
/// <param name="Operator">The platform's operator, who reads the audit.</param>
/// <param name="Manager">The store's manager, who reads the stocks.</param>
internal sealed record Stage(
    IReadOnlyList<ILoad> Loads, IReadOnlyList<RobotLoad> Robots, IReadOnlyList<long> Products, Caller Operator, Caller Manager)
{
    // Enough that a lost robot's task finds another.
    private const int FewestRobots = 3;

    private static readonly int[] Places = [1, 1, 2];
    private static readonly int[] Copies = [1, 1, 2, 2, 3];

    /// <summary>Signs everybody in and makes what they need.</summary>
    /// <param name="target">The server, newly started.</param>
    /// <param name="record">What callers are told.</param>
    /// <param name="seed">What each caller's chance comes from.</param>
    /// <param name="callers">How many there are in each system.</param>
    /// <param name="giveUp">When nobody asks any more.</param>
    public static async Task<Stage> Set(Target target, RunRecord record, int seed, int callers, CancellationToken giveUp)
    {
        var (signIns, made) = (new SignIns(target), 0);
        Caller Of((string, string) sign, string name)
        {
            made++;
            return new Caller(target, record, name, new Random((seed * 1000) + made), sign, giveUp);
        }

        var staff = await signIns.ByToken("/hss", "staff@hss.local", "Staff123!");
        var customer = await signIns.ByCookie("/store/api/v1/auth/login", "access_token", new { email = "customer@example.com", password = "12345678" });
        var shopkeeper = await signIns.ByCookie("/store/api/v1/auth/login", "access_token", new { email = "manager@example.com", password = "12345678" });
        var (keeper, employee) = (await signIns.ByToken("/sams", "admin@suresoft.com", "admin123!"), await signIns.ByToken("/sams", "employee@suresoft.com", "employee123!"));
        var queueAdmin = await signIns.ByCookie("/reservia/session/login", "session", new { name = "admin", password = "admin" });
        var librarian = await signIns.ByToken("/luna", "librarian@luna.local", "Librarian123!");
        var operators = await signIns.ByToken("", "operator@hss.local", "Operator123!");

        var products = new List<long>();
        for (var n = 1; n <= 3; n++)
            products.Add((long)(await signIns.Post("/store/api/v1/products", new { name = $"Drill shirt {n}", model = "M", serial_number = $"DRILL-{n}", price = 29.99, stock = OrderLoad.Units, category_id = 1 }, shopkeeper))["id"]!);
        var category = (await signIns.Post("/sams/api/v1/categories", new { name = "Drill laptops", code = "DRILL" }, keeper))["id"]!.ToString();
        var resources = new List<long>();
        foreach (var capacity in Places)
            resources.Add((long)(await signIns.Post("/reservia/admin/resource/add", new { name = $"Drill room {resources.Count + 1}", capacity }, queueAdmin))["resource_id"]!);
        var books = new List<string>();
        foreach (var copies in Copies)
            books.Add((await signIns.Post("/luna/api/v1/books", new { isbn = Isbn(books.Count), title = $"Drill {books.Count + 1}", author = "Ann Author", copies }, librarian))["data"]!["id"]!.ToString());

        var loads = new List<ILoad>();
        for (var n = 1; n <= callers; n++)
        {
            loads.Add(new BookingLoad(Of(await signIns.Customer($"drill-customer{n}"), $"hss{n}"), Of(staff, $"hss{n}s"), $"drill{n}"));
            loads.Add(new OrderLoad(Of(customer, $"store{n}"), Of(shopkeeper, $"store{n}m"), products));
            loads.Add(new AssetLoad(Of(keeper, $"sams{n}m"), Of(employee, $"sams{n}"), category));
            loads.Add(new QueueLoad(Of(await signIns.User($"drill{n}", queueAdmin), $"reservia{n}"), resources));
            loads.Add(new LendingLoad(Of(await signIns.Reader($"drill-reader{n}"), $"luna{n}"), Of(librarian, $"luna{n}l"), books));
        }

        var robots = new List<RobotLoad>();
        for (var n = 1; n <= Math.Max(FewestRobots, callers); n++)
        {
            var robot = (await signIns.Post("/luna/api/v1/robot", new { robot_name = $"Drill {n}" }, librarian))["data"]!;
            robots.Add(new(target, record, robot["id"]!.ToString(), robot["credential"]!.ToString(), new Random((seed * 1000) + 500 + n), Target.RobotsAreLostAfter * 1.5));
        }

        return new(loads, robots, products, Of(operators, "operator"), Of(shopkeeper, "books"));
    }

    private static string Isbn(int n)
    {
        var digits = $"979{800_000_000 + n}";
        var sum = digits.Select((d, i) => (i % 2 == 0 ? 1 : 3) * (d - '0')).Sum();
        return $"{digits}{(10 - (sum % 10)) % 10}";
    }
}
