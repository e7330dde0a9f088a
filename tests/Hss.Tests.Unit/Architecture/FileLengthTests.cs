namespace Hss.Tests.Unit.Architecture;

/// <summary>A file of more than 250 lines is two things until somebody says why it is one.</summary>
public sealed class FileLengthTests
{
    private const int Most = 250;

    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["Hss.Embedded/Activations/GrainSlot.cs"] = "one state machine, whose transitions share all of its fields and are read together",
        ["Hss.Grains/Entities/EntitySession.cs"] = "one state machine: committed, in flight, gathering; each step moves all three",
        ["Hss.Silo/Identity/IdentityService.cs"] = "the commands on accounts and sessions, a method each; queries and checks have files of their own",
        ["tests/Hss.Tests.Api/Files/UploadContract.cs"] = "one contract, which both stores of files pass",
        ["tests/Hss.Tests.Api/Identity/AuthTests.cs"] = "the sign-in routes, a test a rule",
        ["tests/Hss.Tests.Api/Shop/Catalog/ProductTests.cs"] = "the product routes, a test a rule",
        ["tests/Hss.Tests.Api/Shop/Orders/OrderTests.cs"] = "the order routes, a test a rule",
        ["tests/Hss.Tests.Api/Shop/Reviews/ReviewTests.cs"] = "the review routes, a test a rule",
        ["tests/Hss.Tests.Api/Shop/Support/AttachmentTests.cs"] = "the routes of attachments, a test a rule",
        ["tests/Hss.Tests.Api/Shop/Support/ChatTests.cs"] = "the protocol of the chat, a test a message and a rule",
        ["tests/Hss.Tests.Api/Shop/Support/ConversationTests.cs"] = "the conversation routes, a test a rule",
        ["tests/Hss.Tests.Journal/JournalContract.cs"] = "one contract, which both databases pass",
        ["tests/Hss.Tests.Unit/Entities/EntitySessionTests.cs"] = "one state machine, a test a transition",
        ["tests/Hss.Tests.Unit/Reservations/QueueRulesTests.cs"] = "the rules of one kind, a test a rule",
        ["tests/Hss.Tests.Unit/Shop/OrderRulesTests.cs"] = "the rules of one kind, a test a rule",
    };

    [Fact]
    public void Sources_AreNotLong_OrHaveAReason()
    {
        var sources = new[] { "Hss.Interfaces", "Hss.Grains", "Hss.Silo", "Hss.Api", "Hss.Embedded", "bench", "tools", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(SourceTree.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Select(file => (Name: Path.GetRelativePath(SourceTree.Root, file).Replace('\\', '/'), Lines: File.ReadLines(file).Count()))
            .Where(file => !file.Name.Contains("/obj/", StringComparison.Ordinal) && !file.Name.Contains("/node_modules/", StringComparison.Ordinal))
            .ToList();
        Assert.True(sources.Count > 100, "The sources were not found");
        Assert.Equal(Reasons.Keys.Order(StringComparer.Ordinal), sources.Where(f => f.Lines > Most).Select(f => f.Name).Order(StringComparer.Ordinal));
    }
}
