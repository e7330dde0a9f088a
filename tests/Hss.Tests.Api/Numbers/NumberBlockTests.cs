using Hss.Silo.Numbers;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Numbers;

/// <summary>Numbers for new things, on the real server.</summary>
public sealed class NumberBlockTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private NumberBlocks Numbers => api.Server.Services.GetRequiredService<NumberBlocks>();

    [Fact]
    public async Task AThousandParallelCallers_GetAThousandNumbers()
    {
        var barrier = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var calls = Enumerable.Range(0, 1000).Select(async _ =>
        {
            await barrier.Task;
            return await Numbers.Next("test.parallel");
        }).ToList();
        barrier.SetResult();

        var numbers = await Task.WhenAll(calls);

        Assert.Equal(1000, numbers.Distinct().Count());
        Assert.Equal(Enumerable.Range(1, 1000).Select(n => (long)n), numbers.Order());
    }

    [Fact]
    public async Task ARestart_NeverGivesANumberAgain()
    {
        await using var server = await ApiServer.Start();
        var before = await server.Services.GetRequiredService<NumberBlocks>().Next("test.restart");

        await server.Restart();

        Assert.True(await server.Services.GetRequiredService<NumberBlocks>().Next("test.restart") > before);
    }
}
