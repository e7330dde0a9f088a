using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Library.Deliveries;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;
using Hss.Interfaces.Robots;
using Hss.Silo.Library.Deliveries;
using Hss.Silo.Robots;
using Hss.Tests.Api.Shop;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Library.Deliveries;

public sealed class SqliteDeliveryRobotTests(ApiFixture api) : DeliveryRobotTests(api.Server), IClassFixture<ApiFixture>;

public sealed class PostgresDeliveryRobotTests(PostgresApiFixture api) : DeliveryRobotTests(api.Server), IClassFixture<PostgresApiFixture>;

/// <summary>Deliveries by robots: one robot a task, held, confirmed and let go, whatever comes between.</summary>
public abstract class DeliveryRobotTests(ApiServer server)
{
    private static readonly CallContext Context = CallContext.System("test");

    private HttpClient Http => server.Client;

    [Fact]
    public async Task ARobot_CarriesABookToItsReader_AndIsFreeWhenTheReaderHasIt()
    {
        var (book, reader) = (await Lending.Book(Http), await Lending.Reader(Http));
        await using var robot = await Robot.Idle(server);
        var request = await reader.Request(book);
        // Never before the book is placed.
        Assert.Null((await robot.Grain.Get())!.Task);
        (await (await Luna.Librarian(Http)).Put($"{Lending.Deliveries}/{request}/book-placed")).Data();
        var task = await robot.Given();
        Assert.Equal((request, "A-1", "Reading room", 1L), (task.Owner.Id, task.Source, task.Destination, task.FencingToken));
        Assert.Equal("ASSIGNED", (string?)(await Read(request))["status"]);

        Assert.True((await robot.Says(task, "IN_PROGRESS", 0.4)).Accepted);
        Assert.Equal(("IN_PROGRESS", 0.4), ((string?)(await Read(request))["status"], (double?)(await Read(request))["progress"]));
        Assert.Equal(HttpStatusCode.Conflict, (await reader.Put($"{Lending.Requests}/{request}/complete")).Status);
        Assert.True((await robot.Says(task, "ARRIVED")).Accepted);
        Assert.NotNull((await reader.Read(request))["arrived_at"]);

        Assert.Equal("COMPLETED", (string?)(await reader.Put($"{Lending.Requests}/{request}/complete")).Data()["status"]);
        Assert.Null((await robot.Grain.Get())!.Task);
        Assert.Equal(("CHECKED_OUT", 0, 0), await Lending.Availability(Http, book));
        // What it says of a task that is over is no news, unless it contradicts.
        Assert.True((await robot.Says(task, "ARRIVED")).Accepted);
        Assert.Equal(DeliveryCodes.StaleToken, (await robot.Says(task, "FAILED")).Refusal?.Code);
    }

    [Fact]
    public async Task ACancelledTask_FreesItsRobot_WhoseReportsAreStale()
    {
        var (book, reader) = (await Lending.Book(Http), await Lending.Reader(Http));
        await using var robot = await Robot.Idle(server);
        var request = await reader.Request(book);
        (await (await Luna.Librarian(Http)).Put($"{Lending.Deliveries}/{request}/book-placed")).Data();
        var task = await robot.Given();

        (await reader.Put($"{Lending.Requests}/{request}/cancel")).Data();

        Assert.Null((await robot.Grain.Get())!.Task);
        Assert.Equal(("AVAILABLE", 1, 0), await Lending.Availability(Http, book));
        Assert.Equal(DeliveryCodes.StaleToken, (await robot.Says(task, "IN_PROGRESS")).Refusal?.Code);
    }

    [Fact]
    public async Task AReturnByRobot_IsDoneWhenItsReaderHasHandedTheBookOver_NotBefore()
    {
        var (book, reader) = (await Lending.Book(Http), await Lending.Reader(Http));
        await Lending.Borrow(Http, reader, book);
        await using var robot = await Robot.Idle(server);
        var back = (string)(await reader.Post(Lending.Returns, new { book_id = book, pickup_location = "Room 12" })).Data(HttpStatusCode.Created)["id"]!;
        var task = await robot.Given();
        Assert.Equal((TaskTypes.ReturnPickup, "Room 12"), (task.TaskType, task.Source));
        Assert.Equal(HttpStatusCode.Conflict, (await reader.Put($"{Lending.Returns}/{back}/picked-up")).Status);
        Assert.True((await robot.Says(task, "ARRIVED")).Accepted);

        Assert.Equal(DeliveryCodes.InvalidState, (await robot.Says(task, "COMPLETED")).Refusal?.Code);
        (await reader.Put($"{Lending.Returns}/{back}/picked-up")).Data();
        Assert.True((await robot.Says(task, "COMPLETED")).Accepted);

        Assert.Equal("COMPLETED", (string?)(await reader.Get($"{Lending.Returns}/{back}")).Data()["status"]);
        Assert.Equal(("AVAILABLE", 1, 0), await Lending.Availability(Http, book));
        Assert.Null((await robot.Grain.Get())!.Task);
    }

    [Fact]
    public async Task ALostRobotsTask_IsAtTheHeadOfItsPriority_AndAnotherRobotsUnderAHigherToken()
    {
        var librarian = await Luna.Librarian(Http);
        await using var lost = await Robot.Idle(server);
        var first = await Transport(librarian);
        var task = await lost.Given();
        await lost.Rest();
        var (older, urgent) = (await Transport(librarian), await Transport(librarian, "URGENT"));
        Assert.True((await Delivery(first).RobotLost(Context, lost.Id, task.FencingToken)).Accepted);
        // As in the commit in which a robot goes OFFLINE.
        Assert.True((await lost.Grain.Release(Context, first, task.FencingToken)).Accepted);

        var queue = (await librarian.Get($"{Lending.Deliveries}?dispatchable_only=true")).Data().AsArray().Select(t => (string)t!["id"]!);
        Assert.Equal([urgent, first, older], queue);
        Assert.Equal(DeliveryCodes.StaleToken, (await lost.Says(task, "COMPLETED")).Refusal?.Code);
        Assert.True((await Delivery(first).RobotLost(Context, lost.Id, task.FencingToken)).Accepted);
        (await librarian.Put($"{Lending.Deliveries}/{urgent}/cancel")).Data();

        await using var other = await Robot.Idle(server);
        var again = await other.Given();
        Assert.Equal((first, 3L), (again.Owner.Id, again.FencingToken));
        Assert.True((await other.Says(again, "COMPLETED")).Accepted);
        Assert.Equal("COMPLETED", (string?)(await Read(first))["status"]);
        (await librarian.Put($"{Lending.Deliveries}/{older}/cancel")).Data();
        var moves = (await librarian.Get($"{Lending.Tasks}/{first}")).Data()["status_history"]!.AsArray().Select(m => (string)m!["new_status"]!);
        Assert.Equal(["PENDING", "QUEUED", "ASSIGNED", "QUEUED", "ASSIGNED", "IN_PROGRESS", "COMPLETED"], moves);
    }

    [Fact]
    public async Task AnAssignmentThatWasNeverCommitted_IsVoid_AndTheRobotFree()
    {
        var librarian = await Luna.Librarian(Http);
        await using var robot = await Robot.Idle(server);
        var id = await Transport(librarian, placed: false);
        Assert.True((await robot.Grain.Hold(Context, new(DeliveryKind.Instance.Key(id), TaskTypes.Transfer, "A", "B", "NORMAL", 1))).Accepted);
        (await librarian.Put($"{Lending.Deliveries}/{id}/book-placed")).Data();

        // As when the hold comes due after a crash between hold and commit.
        await Delivery(id).Settle(new(DeliveryKind.Instance.Key(id), 1.ToString(CultureInfo.InvariantCulture), DeliveryParties.Robot(robot.Id)));

        var task = await robot.Given();
        Assert.Equal((id, 2L), (task.Owner.Id, task.FencingToken));
        var events = await server.Services.GetRequiredService<IJournal>().Events(new() { Kind = DeliveryKind.Instance.Name, Id = id }, default);
        Assert.Equal(["delivery.assignment_given_up", "delivery.assigned"], events.Select(e => e.Event.Type).Where(t => t.Contains("assign", StringComparison.Ordinal)));
        (await librarian.Put($"{Lending.Deliveries}/{id}/cancel")).Data();
    }

    [Fact]
    public async Task ManyDispatchers_GiveATaskToOneRobot()
    {
        var librarian = await Luna.Librarian(Http);
        var id = await Transport(librarian, placed: false);
        await using var one = await Robot.Idle(server);
        await using var two = await Robot.Idle(server);
        (await librarian.Put($"{Lending.Deliveries}/{id}/book-placed")).Data();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Delivery(id).Assign(Context, i % 2 == 0 ? one.Id : two.Id)));

        var held = new[] { (await one.Grain.Get())!.Task, (await two.Grain.Get())!.Task }.OfType<RobotAssignment>();
        Assert.Equal((id, 1L), (Assert.Single(held).Owner.Id, held.Single().FencingToken));
        (await librarian.Put($"{Lending.Deliveries}/{id}/cancel")).Data();
    }

    private static async Task<string> Transport(ApiClient librarian, string priority = "NORMAL", bool placed = true)
    {
        var made = await librarian.Post($"{Lending.Deliveries}/transfer", new { source_location = "A", destination_location = "B", priority });
        var id = (string)made.Data(HttpStatusCode.Created)["id"]!;
        if (placed)
            (await librarian.Put($"{Lending.Deliveries}/{id}/book-placed")).Data();
        return id;
    }

    private async Task<JsonNode> Read(string id) => (await (await Luna.Librarian(Http)).Get($"{Lending.Deliveries}/{id}")).Data();

    private IDeliveryGrain Delivery(string id) => server.Services.GetRequiredService<DeliveryService>().Delivery(id);

    /// <summary>A robot whom nobody else uses; when the test is over it is out of the way.</summary>
    private sealed class Robot(ApiServer server, string id) : IAsyncDisposable
    {
        private RobotService Service => server.Services.GetRequiredService<RobotService>();

        public string Id => id;

        public IRobotGrain Grain => Service.Robot(id);

        public static async Task<Robot> Idle(ApiServer server)
        {
            var robot = new Robot(server, Guid.NewGuid().ToString());
            Assert.True((await robot.Service.Register(Context, robot.Id, $"Robot {robot.Id}", RobotService.NewCredential())).Accepted);
            await robot.Beats(RobotStatus.Idle);
            return robot;
        }

        /// <summary>Its task, once it has one.</summary>
        public async Task<RobotAssignment> Given()
        {
            RobotAssignment? task = null;
            await Shopper.Until(async () => (task = (await Beats(null)).Task) is not null, "The robot gets no task");
            return task!;
        }

        /// <summary>Reports on its task, as its session does.</summary>
        public Task<Outcome<RobotOrders>> Says(RobotAssignment task, string state, double? progress = null) => Service.Beat(
            Context, id, new(null, null, null, null, null, null), task.Owner.Id, new(id, task.FencingToken, state, progress, "Stuck"));

        /// <summary>It takes no new task.</summary>
        public Task Rest() => Beats(RobotStatus.Maintenance);

        public async ValueTask DisposeAsync() => await Rest();

        private async Task<RobotOrders> Beats(string? status)
        {
            var orders = await Service.Beat(Context, id, new(status, "A", 0.9, null, null, null), null, null);
            Assert.True(orders.Accepted);
            return orders.Value;
        }
    }
}
