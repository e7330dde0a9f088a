using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Threading.Channels;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Silo.Journal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Effects;

/// <summary>
/// Sends effects: those of this process right after their commit, those that were left over (a crash, a failed try) when their claim or
/// waiting time ends. At least once, unordered.
/// </summary>
public sealed class EffectWorker : BackgroundService
{
    /// <summary>Time between two looks for left-over effects.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    /// <summary>Effects claimed at once.</summary>
    public const int ClaimLimit = 100;

    /// <summary>Effects carried out at the same time.</summary>
    public const int Parallelism = 16;

    /// <summary>Characters of a fault's text that are kept for operators.</summary>
    public const int MaxErrorLength = 1000;

    private readonly Channel<PendingEffect> _fresh = Channel.CreateBounded<PendingEffect>(
        new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly IJournal _journal;
    private readonly CommitPipeline _pipeline;
    private readonly FrozenDictionary<string, IEffectHandler> _handlers;
    private readonly TimeProvider _time;
    private readonly ILogger<EffectWorker> _log;

    /// <summary>Makes the worker; it listens to the pipeline from now on.</summary>
    public EffectWorker(IJournal journal, CommitPipeline pipeline, IEnumerable<IEffectHandler> handlers, TimeProvider time, ILogger<EffectWorker> log)
    {
        (_journal, _pipeline, _time, _log) = (journal, pipeline, time, log);
        _handlers = handlers.ToFrozenDictionary(h => h.Target, StringComparer.Ordinal);
        pipeline.Released += Take;
    }

    /// <summary>Claims and sends what is due now; answers how many.</summary>
    public async Task<int> RunOnce(CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        var effects = await _journal.ClaimEffects(now, now + CommitPipeline.EffectClaim, ClaimLimit).ConfigureAwait(false);
        await Parallel.ForEachAsync(
            effects, new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation }, Send).ConfigureAwait(false);
        return effects.Length;
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _pipeline.Released -= Take;
        base.Dispose();
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(SendFresh(stoppingToken), SendLeftOver(stoppingToken));

    // What does not fit stays in the journal and is claimed when its first claim ends.
    private void Take(ImmutableArray<PendingEffect> effects)
    {
        foreach (var effect in effects)
            _fresh.Writer.TryWrite(effect);
    }

    private Task SendFresh(CancellationToken stopping) => Parallel.ForEachAsync(
        _fresh.Reader.ReadAllAsync(stopping), new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = stopping }, Send);

    private async Task SendLeftOver(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Period, _time);
        while (await timer.WaitForNextTickAsync(stopping).ConfigureAwait(false))
        {
            try
            {
                while (await RunOnce(stopping).ConfigureAwait(false) == ClaimLimit)
                {
                    // A full claim means that more is due.
                }
            }
            catch (JournalException e)
            {
                _log.LogWarning("Effects wait: {Reason}", e.Message);
            }
#pragma warning disable CA1031 // Whatever went wrong with one look, the next may succeed: nobody else sends what is left over.
            catch (Exception e) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
            {
                _log.LogError(e, "A look for left-over effects failed");
            }
        }
    }

    private async ValueTask Send(PendingEffect effect, CancellationToken cancellation)
    {
        try
        {
            if (!_handlers.TryGetValue(effect.Target, out var handler))
                throw new InvalidOperationException($"No handler for effects to '{effect.Target}'");
            await handler.Handle(effect, cancellation).ConfigureAwait(false);
            await _pipeline.EffectDone(effect.Id).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The next start takes it up when the claim ends.
        }
#pragma warning disable CA1031 // Whatever a handler throws is a failed try.
        catch (Exception e)
#pragma warning restore CA1031
        {
            await Fail(effect, e).ConfigureAwait(false);
        }
    }

    private async Task Fail(PendingEffect effect, Exception fault)
    {
        var now = _time.GetUtcNow();
        var next = EffectRetry.Next(effect.Attempts + 1, now);
        _log.LogWarning(fault, "Effect {Id} to {Target} failed; next try {Next}", effect.Id, effect.Target, next?.ToString("O") ?? "never: parked");
        try
        {
            await _journal.ReportEffectFailure(effect.Id, now, next, Storable(fault.Message)).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The loop must outlive it; the effect is claimed again.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _log.LogWarning(e, "The failure of effect {Id} could not be recorded, its claim will end", effect.Id);
        }
    }

    // Other programs' words come in here. Text columns take neither NUL nor half surrogates, and a fault that cannot be recorded is never counted.
    private static string Storable(string text)
    {
        var cut = text.Length > MaxErrorLength ? text[..MaxErrorLength] : text;
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(cut)).Replace('\0', '\ufffd');
    }
}
