using Passbook.Generator;
using Portal.Passes;

namespace Portal.Wallet.Answers;

/// <summary>A signed package. HEAD is answered like GET, without the body.</summary>
public sealed class PassFile(SignedPackage package, string serialNumber, Freshness freshness) : IResult
{
    /// <summary>Which version it is.</summary>
    public PassVersion Version => package.Version;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = PassPackage.MediaType;
        response.ContentLength = package.Content.Length;
        freshness.Write(response);
        response.Headers.ContentDisposition = PassFileName.Disposition(serialNumber);
        return HttpMethods.IsHead(httpContext.Request.Method)
            ? Task.CompletedTask
            : package.Content.WriteAsync(response.Body, httpContext.RequestAborted);
    }
}

/// <summary>The device has this version already. Nothing was rendered or signed to say so.</summary>
public sealed class PassUnchanged(Freshness freshness) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
        freshness.Write(httpContext.Response);
        return Task.CompletedTask;
    }
}
