using Microsoft.AspNetCore.Components;

namespace Portal.Shell;

/// <summary>What a status means to a person, and what to do next.</summary>
public sealed partial class ProblemCard
{
    [Parameter, EditorRequired]
    public int Status { get; set; }

    private string Title => Words.Title;

    private string Text => Words.Text;

    private (string Title, string Text) Words => Status switch
    {
        StatusCodes.Status400BadRequest => ("That did not work", "The page was open too long, or the form was incomplete. Go back, load the page again, and send it once more."),
        StatusCodes.Status403Forbidden => ("Not for this account", "Your account may not do this. The owner of the portal can change that."),
        StatusCodes.Status404NotFound => ("There is nothing here", "The address may be mistyped, or what it showed was removed."),
        StatusCodes.Status413PayloadTooLarge => ("Too large", "What you sent is larger than the portal takes here."),
        StatusCodes.Status429TooManyRequests => ("Too many tries", "Wait a minute, then try again."),
        StatusCodes.Status503ServiceUnavailable => ("Not available right now", "The portal is busy or its database does not answer. Try again in a moment."),
        _ => ("That did not work", "The portal could not answer this request."),
    };
}
