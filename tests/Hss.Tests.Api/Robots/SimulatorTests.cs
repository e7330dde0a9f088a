using System.Net;
using Hss.Tests.Api.Library;
using Hss.Tests.Api.Library.Deliveries;

namespace Hss.Tests.Api.Robots;

/// <summary>Whole deliveries with simulated robots: a separate process that knows only the published protocol.</summary>
public sealed class SimulatorTests
{
    [Fact]
    public async Task WholeDeliveries_RunEndToEnd_AndEveryFrameBothWaysHasTheFormOfItsSchema()
    {
        await using var server = await ApiServer.Start();
        var http = server.Client;
        var (librarian, reader, book) = (await Luna.Librarian(http), await Lending.Reader(http), await Lending.Book(http));
        using var simulator = SimulatorProcess.Start(server.Url, "--count 2 --speed 100 --seconds 170 --deliveries 3 --seed 1");

        // A reader asks, a librarian places the book, a robot brings it, the reader has it.
        var request = await reader.Request(book);
        Assert.Equal("RESERVED", (await Lending.Availability(http, book)).Status);
        (await librarian.Put($"{Lending.Deliveries}/{request}/book-placed")).Data();
        await Fleet.Until(async () => (await librarian.Get($"{Lending.Deliveries}/{request}")).Data()["arrived_at"] is not null);
        (await reader.Put($"{Lending.Requests}/{request}/complete")).Data();
        Assert.Equal("COMPLETED", (string?)(await reader.Read(request))["status"]);
        Assert.Equal("CHECKED_OUT", (await Lending.Availability(http, book)).Status);

        // And back again.
        var back = (string)(await reader.Post(Lending.Returns, new { book_id = book, pickup_location = "STUDY-1" })).Data(HttpStatusCode.Created)["id"]!;
        await Fleet.Until(async () => (await librarian.Get($"{Lending.Deliveries}/{back}")).Data()["arrived_at"] is not null);
        (await reader.Put($"{Lending.Returns}/{back}/picked-up")).Data();
        await Fleet.Until(async () => (await Lending.Availability(http, book)).Status == "AVAILABLE");

        // And from one member of staff to another.
        var transport = (string)(await librarian.Post($"{Lending.Deliveries}/inter-staff", new { source_location = "DESK", destination_location = "OFFICE" })).Data(HttpStatusCode.Created)["id"]!;
        (await librarian.Put($"{Lending.Deliveries}/{transport}/book-placed")).Data();
        await Fleet.Until(async () => (string?)(await librarian.Get($"{Lending.Deliveries}/{transport}")).Data()["status"] == "COMPLETED");

        await simulator.Ends();
        var frames = simulator.Frames();
        Assert.All(frames, f => RobotFrameSchemas.Check(f.Frame));
        Assert.Superset(new HashSet<string> { "sent sign_in", "sent heartbeat", "received orders" }, frames.Select(f => $"{f.Direction} {f.Frame["type"]}").ToHashSet());
    }

    [Fact]
    public async Task RobotsThatLoseTheirConnections_DeliverEverythingOnce_AndEndOnCtrlC()
    {
        await using var server = await ApiServer.Start(new() { ["Robots:OfflineSeconds"] = "2" });
        var librarian = await Luna.Librarian(server.Client);
        var tasks = new List<string>();
        for (var i = 0; i < 8; i++)
            tasks.Add(await Fleet.Queued(server, i % 2 == 0 ? "DESK" : "STACKS-A"));
        using var simulator = SimulatorProcess.Start(server.Url, "--count 3 --speed 50 --faults --seed 7");
        foreach (var task in tasks)
            await Fleet.Until(async () => (string?)(await librarian.Get($"{Lending.Deliveries}/{task}")).Data()["status"] == "COMPLETED");

        var stopped = (await librarian.Post($"{Fleet.Robots}/emergency-stop", new { reason = "end" })).Data()["robots"]!.AsArray();
        Assert.NotEmpty(stopped);
        simulator.Interrupt();
        Assert.Contains("tasks carried out", await simulator.Ends(), StringComparison.Ordinal);
        Assert.All(simulator.Frames(), f => RobotFrameSchemas.Check(f.Frame));
        var operators = await ApiClient.Operator(server.Client);
        foreach (var task in tasks)
        {
            var events = (await operators.Get($"/api/v1/audit?entity=delivery/{task}&limit=500")).Json!["events"]!.AsArray().Select(e => (string)e!["type"]!).ToList();
            Assert.Equal(1, events.Count(e => e == "delivery.task_completed"));
            Assert.Equal(events.Count(e => e == "delivery.assigned") - 1, events.Count(e => e == "delivery.task_returned"));
        }
    }
}
