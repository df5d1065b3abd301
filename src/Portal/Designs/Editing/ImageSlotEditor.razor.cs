using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Portal.Hosting;
using Portal.Preview;

namespace Portal.Designs.Editing;

/// <summary>One place for a picture: what is there now, another one, none.</summary>
public sealed partial class ImageSlotEditor(DesignImages images, ILogger<ImageSlotEditor> logger)
{
    [Parameter, EditorRequired]
    public required DesignForm Form { get; set; }

    [Parameter, EditorRequired]
    public required ImageSlot Slot { get; set; }

    private bool IsBusy { get; set; }

    private string? Problem { get; set; }

    private string? Address =>
        Form.Document.Images.TryGetValue(Slot.FileName(2), out var hash) || Form.Document.Images.TryGetValue(Slot.FileName(1), out hash)
            ? ImageEndpoints.AddressOf(hash)
            : null;

    private string Size => Slot.Fills ? $"{Slot.Width} × {Slot.Height} points" : $"up to {Slot.Width} × {Slot.Height} points";

    // A white logo on a white card would be invisible here.
    private string Background => $"background:{PassColors.Background(Form.Pass)}";

    private async Task AddAsync(InputFileChangeEventArgs chosen)
    {
        (IsBusy, Problem) = (true, null);
        try
        {
            if (chosen.File.Size > DesignImages.LargestFile)
            {
                Problem = $"The picture is larger than {DesignImages.LargestFile >> 20} MB.";
                return;
            }

            using var file = new MemoryStream((int)chosen.File.Size);
            await using (var upload = chosen.File.OpenReadStream(DesignImages.LargestFile))
                await upload.CopyToAsync(file);
            var added = await images.AddAsync(Slot, file.GetBuffer().AsMemory(0, (int)file.Length), CancellationToken.None);
            Problem = added.Problem;
            if (added.Problem is null)
                Form.Change(Form.Document with { Images = Form.Document.Images.SetItems(added.Files) });
        }
        catch (IOException)
        {
            Problem = "The picture did not arrive. Try once more.";
        }
        catch (Exception error) when (DatabaseTrouble.Is(error))
        {
            // A picture is stored under what it shows: twice is once.
            Log.NotStored(logger, error);
            Problem = "The picture was not stored: the database did not answer. Try once more.";
        }
        finally
        {
            IsBusy = false;
        }
    }

    private void Remove()
    {
        Problem = null;
        Form.Change(Form.Document with { Images = Form.Document.Images.RemoveRange(ImageSlot.Densities.Select(Slot.FileName)) });
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A picture could not be stored")]
        public static partial void NotStored(ILogger logger, Exception error);
    }
}
