using Hss.Api.Platform.Errors;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NSubstitute;

namespace Hss.Tests.Unit.Platform;

public sealed class ErrorHandlingTests
{
    private readonly ILogger<ErrorHandling> _log = Substitute.For<ILogger<ErrorHandling>>();

    [Fact]
    public async Task AFailureThatNobodyForesaw_IsLoggedUnderTheRequestIdThatItsCallerIsTold()
    {
        Assert.Equal(StatusCodes.Status500InternalServerError, await Answer(new InvalidOperationException("planted"), aborted: false));
        var values = Assert.IsAssignableFrom<IReadOnlyList<KeyValuePair<string, object?>>>(Assert.Single(_log.ReceivedCalls()).GetArguments()[2]);
        Assert.Contains(new KeyValuePair<string, object?>("RequestId", "a1b2c3"), values);
    }

    [Fact]
    public async Task ACallerWhoIsGoneInTheMiddleOfItsBody_IsNoFailure()
    {
        Assert.Equal(StatusCodes.Status499ClientClosedRequest, await Answer(new ConnectionResetException("planted"), aborted: false));
        Assert.Empty(_log.ReceivedCalls());
    }

    [Fact]
    public async Task ACallerWhoIsGoneBeforeItsAnswer_IsNoFailure()
    {
        Assert.Equal(StatusCodes.Status499ClientClosedRequest, await Answer(new IOException("planted"), aborted: true));
        Assert.Equal(StatusCodes.Status499ClientClosedRequest, await Answer(new OperationCanceledException("planted"), aborted: true));
        Assert.Empty(_log.ReceivedCalls());
    }

    [Fact]
    public async Task AFileThatCannotBeRead_IsAFailure()
    {
        Assert.Equal(StatusCodes.Status500InternalServerError, await Answer(new IOException("planted"), aborted: false));
        Assert.Single(_log.ReceivedCalls());
    }

    private async Task<int> Answer(Exception fault, bool aborted)
    {
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).BuildServiceProvider();
        var context = new DefaultHttpContext { TraceIdentifier = "a1b2c3", RequestServices = services, RequestAborted = new(aborted) };
        await new ErrorHandling(_ => throw fault, _log).Invoke(context);
        return context.Response.StatusCode;
    }
}
