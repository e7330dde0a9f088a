using Hss.Silo.Files;

namespace Hss.Tests.Unit.Files;

public sealed class ExclusiveMoveTests
{
    [Fact]
    public async Task OfManyFilesMovedToOneNameAtOnce_OneArrives_AndTheOthersStay()
    {
        var folder = Directory.CreateTempSubdirectory("hss-move-").FullName;
        try
        {
            for (var round = 0; round < 50; round++)
            {
                var target = Path.Combine(folder, $"target-{round}");
                var sources = Enumerable.Range(0, 8).Select(i => Path.Combine(folder, $"source-{round}-{i}")).ToArray();
                foreach (var source in sources)
                    await File.WriteAllTextAsync(source, source);
                using var start = new Barrier(sources.Length);
                var moved = await Task.WhenAll(sources.Select(source => Task.Factory.StartNew(
                    () =>
                    {
                        start.SignalAndWait();
                        return ExclusiveMove.Try(source, target);
                    },
                    TaskCreationOptions.LongRunning)));

                var winner = Assert.Single(sources.Where((_, i) => moved[i]));
                Assert.Equal(winner, await File.ReadAllTextAsync(target));
                Assert.Equal(sources.Except([winner]), sources.Where(File.Exists));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
