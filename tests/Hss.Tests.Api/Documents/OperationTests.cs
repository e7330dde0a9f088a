using Hss.Api.Platform;
using Xunit.Sdk;

namespace Hss.Tests.Api.Documents;

/// <summary>A request and a response of every operation, held to the documents.</summary>
public sealed class OperationTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    public static TheoryData<Mount> EveryMount => [.. Mounts.All];

    [Theory]
    [MemberData(nameof(EveryMount))]
    public async Task EveryOperation_AnswersAsItsDocumentSays(Mount mount)
    {
        var document = await MountDocument.Of(mount, api.Server.Services);
        var scenarios = Scenarios.Of(mount);
        await using var stage = new Stage(api.Server);
        var wrong = scenarios.Keys.Except(document.Operations.Select(o => o.ToString())).Select(k => $"{k}: the document has no such operation").ToList();
        foreach (var operation in document.Operations)
        {
            if (scenarios.TryGetValue(operation.ToString(), out var play))
                wrong.AddRange(await Faults(operation, play, stage));
            else
                wrong.Add($"{operation}: has no scenario; see {nameof(Scenarios)}");
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    private static async Task<IReadOnlyList<string>> Faults(Operation operation, Func<Stage, Task<ApiAnswer>> play, Stage stage)
    {
        try
        {
            var before = stage.Successes(operation);
            var answer = await play(stage);
            return stage.Successes(operation) > before ? [] : [$"{operation}: no success, but {(int)answer.Status} {answer.Text}"];
        }
        catch (XunitException e)
        {
            return [$"{operation}: {e.Message}"];
        }
    }
}
